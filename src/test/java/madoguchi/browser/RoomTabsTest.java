package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One caller's room in several tabs. A browser allows six connections to a host by HTTP/1.1: the tabs have one between them. */
class RoomTabsTest {

    private static final int MORE_THAN_CONNECTIONS = 7;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Room.desk());

    private final BrowserContext person = BROWSER.person("en");
    private Caller ahead;

    @BeforeEach
    void somebodyIsAhead() {
        ahead = server.caller();
        ahead.join("helpdesk");
    }

    private Room tab() {
        return Room.at(person.newPage(), server.url());
    }

    private List<Room> tabs(int count) {
        return Stream.generate(this::tab).limit(count).toList();
    }

    private static void show(List<Room> tabs, String position) {
        tabs.forEach(tab -> assertThat(tab.one("#position")).hasText(position));
    }

    @Test
    void sevenTabs_areAllLive_overOneStream() {
        List<Room> tabs = tabs(MORE_THAN_CONNECTIONS);
        tabs.forEach(tab -> assertThat(tab.one("#start-now")).containsText("1 waiting"));
        OpenStreams.become(server, 1);

        tabs.get(0).join();
        show(tabs, "2");
        ahead.delete("/api/v1/ticket");

        show(tabs, "1");
        OpenStreams.become(server, 1);
    }

    @Test
    void tabThatHasTheStream_closed_isFollowedByAnother() {
        tab().join();
        List<Room> tabs = tabs(2);
        Room last = tab();
        show(List.of(last), "2");

        last.page().close();
        ahead.delete("/api/v1/ticket");

        show(tabs, "1");
        OpenStreams.become(server, 1);
    }

    @Test
    void tabLookedAtAgain_hasTheStreamItself() {
        tab().join();
        Room first = tab();
        show(List.of(first), "2"); // so that the second takes the stream from it, and not the other way round
        Room second = tab();
        show(List.of(second), "2");
        List<Request> streams = new ArrayList<>();
        first.page().onRequest(request -> {
            if (request.url().endsWith("/ticket/stream")) {
                streams.add(request);
            }
        });

        first.page().waitForCondition(() -> {
            first.page()
                    .evaluate("() => { document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); }");
            return !streams.isEmpty();
        });
        ahead.delete("/api/v1/ticket");

        show(List.of(first, second), "1");
        OpenStreams.become(server, 1);
    }

    @Test
    void ticketGivenUpInOneTab_isOverInTheOthers() {
        tab().join();
        List<Room> tabs = tabs(2);
        show(tabs, "2");

        tabs.get(0).press("leave");
        tabs.get(0).press("leave-go");

        tabs.forEach(tab -> assertThat(tab.one("#over-title")).hasText("You have left the line"));
    }
}
