package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operators' console as its person uses it. */
final class Console {

    private static final String DESK = """
            desks:
              helpdesk:
                name: {ja: ITサポート窓口, en: IT Support Desk}
                languages: [ja, en]
                topics: {network: {ja: ネットワーク, en: Network}, account: {ja: アカウント, en: Accounts}}
                calling: manual
                capacity: 1000
                joinWindow: 10m
                ring: 10m
                parkAfter: 10m
                abandonAfter: 20m
                wrapUp: 10m
            """;

    private final Page page;

    private Console(Page page) {
        this.page = page;
    }

    /** Settings of a desk that hurries nobody and calls nobody by itself, with these further keys. */
    static String desk(String... keys) {
        return DESK + Stream.of(keys).map(key -> "    " + key + "\n").collect(Collectors.joining());
    }

    /** Opens a sign-in link. */
    static Console open(Page page, String link) {
        page.navigate(link);
        return new Console(page);
    }

    /** Opens a sign-in link and is at the counter. */
    static Console signIn(Page page, String link) {
        Console console = open(page, link);
        assertThat(console.one("#console")).isVisible();
        return console;
    }

    Page page() {
        return page;
    }

    Locator one(String selector) {
        return page.locator(selector);
    }

    void press(String selector) {
        one(selector).click();
    }

    /** The figure beside a label. */
    Locator figure(String name) {
        return one("[data-figure=" + name + "] dd");
    }

    /** A ticket's row in the line. */
    Locator row(WireCaller caller) {
        return one("[data-ticket='" + caller.id() + "']");
    }

    /** @param status {@code available}, {@code break} or {@code offline} */
    void become(String status) {
        press("[data-wish=" + status + "]");
        assertThat(one("[data-wish=" + status + "]")).hasAttribute("aria-pressed", "true");
    }

    /** Calls this caller, and answers when they have joined. */
    void talkTo(WireCaller caller) {
        row(caller).getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        inPhase("calling");
        caller.handOff();
        inPhase("ringing");
        press("#answer");
        inPhase("talking");
    }

    void end(String outcome) {
        press("#end");
        press("[data-outcome=" + outcome + "]");
        assertThat(one("#call")).isHidden();
    }

    /** The call is at that point, as the console's style sheet knows it. */
    void inPhase(String phase) {
        assertThat(one("#call")).hasAttribute("data-phase", phase);
        assertThat(one("#call")).isVisible();
    }
}
