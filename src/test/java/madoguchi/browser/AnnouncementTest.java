package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a screen reader is told of a line that moves quickly. */
class AnnouncementTest {

    private static final int AHEAD = 12;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Room.desk());

    @Test
    void movingLine_isAnnouncedAtMostTwiceAMinute() {
        List<Caller> ahead = Stream.generate(server::caller).limit(AHEAD).toList();
        ahead.forEach(caller -> caller.join("helpdesk"));
        Page page = BROWSER.page("en");
        page.clock().install();
        Room room = Room.waiting(page, server.url());
        page.evaluate(
                "() => { window.told = []; new MutationObserver(() => window.told.push(performance.now()))"
                        + ".observe(document.getElementById('status'), { childList: true, characterData: true, subtree: true }); }");

        int left = AHEAD;
        for (Caller caller : ahead) {
            caller.delete("/api/v1/ticket");
            assertThat(room.one("#position")).hasText(String.valueOf(left--));
            page.clock().runFor(15_000);
        }

        @SuppressWarnings("unchecked")
        List<Number> told = (List<Number>) page.evaluate("window.told");
        assertThat(told).hasSizeGreaterThan(3);
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).doubleValue() - told.get(i - 1).doubleValue())
                    .isGreaterThanOrEqualTo(30_000);
        }
        assertThat(room.one("#alert")).isEmpty();
    }
}
