package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The caller's room as its person uses it. */
final class Room {

    private static final String DESK = """
            desks:
              helpdesk:
                name: {ja: ITサポート窓口, en: IT Support Desk}
                languages: [ja, en]
                topics: {network: {ja: ネットワーク, en: Network}, account: {ja: アカウント, en: Accounts}}
                notes: [{ja: 通話は録音されません。, en: Calls are not recorded.}]
                mailForm: {ja: "https://mail.test/ja?r={reference}", en: "https://mail.test/en?r={reference}"}
            """;

    private final Page page;

    private Room(Page page) {
        this.page = page;
    }

    /** Settings of a desk with a mail form and these further keys. */
    static String desk(String... keys) {
        return DESK + Stream.of(keys).map(key -> "    " + key + "\n").collect(Collectors.joining());
    }

    /** That the widget has opened. */
    static Room in(Page page) {
        return new Room(page);
    }

    /** By the plain link, as from a mail. */
    static Room at(Page page, String server) {
        page.navigate(server + "/room/helpdesk");
        return new Room(page);
    }

    /** By the plain link, past the notes and the start. */
    static Room waiting(Page page, String server) {
        Room room = at(page, server);
        room.join();
        return room;
    }

    Page page() {
        return page;
    }

    Locator one(String selector) {
        return page.locator(selector);
    }

    void press(String id) {
        one("#" + id).click();
    }

    void join() {
        press("start-button");
        assertThat(one("#line:visible, #turn:visible").first()).isVisible();
    }

    /** Rehearses to the end, which the fake microphone's beeps pass. */
    void rehearse() {
        press("rehearse");
        assertThat(one("#rehearsal-text.good").or(one("#join:visible"))).isVisible();
    }

    /** Tries the microphone in vain, and is told what is wrong. */
    void rehearseInVain(String told) {
        press("rehearse");
        assertThat(one("#cure-title")).hasText(told);
    }

    void shows(String section) {
        assertThat(one("#" + section)).isVisible();
    }
}
