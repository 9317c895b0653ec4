package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The room and the call page for everybody: every state in both languages and every colour scheme, 320 pixels wide. */
class RoomAccessTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser().with("--use-fake-ui-for-media-stream");

    @RegisterExtension
    final MadoguchiServer server =
            new MadoguchiServer().withFile(Room.desk("joinWindow: 10m", "ring: 10m", "calling: manual"));

    private final Look look = new Look();

    @AfterEach
    void noFaults() {
        look.foundNoFaults();
    }

    private Room waiting() {
        Room room = Room.waiting(BROWSER.page("en"), server.url());
        english(room);
        return room;
    }

    private static void english(Room room) {
        room.one("[data-lang=en]").click();
    }

    /** A desk that is gone between the page and its first question is made up: no server forgets one while it runs. */
    @Test
    void doors() {
        look.at(Room.at(BROWSER.page("en"), server.url()).page(), "start");
        Page unknown = BROWSER.page("en");
        unknown.route(
                "**/api/v1/desks/helpdesk",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(404).setBody("{}")));
        Room.at(unknown, server.url());
        look.at(unknown, "unknown desk");
    }

    @Test
    void waitingLine() {
        Room room = waiting();
        look.at(room.page(), "line");
        room.press("step-away");
        assertThat(room.one("#line-note")).isVisible();
        look.at(room.page(), "away");
        room.press("back");
        room.press("leave");
        look.at(room.page(), "leaving");
        room.page().keyboard().press("Escape");
        room.page().context().setOffline(true);
        room.press("leave");
        room.press("leave-go");
        assertThat(room.one("#connection")).isVisible();
        look.at(room.page(), "trouble");
        room.page().context().setOffline(false);
        room.press("leave");
        room.press("leave-go");
        assertThat(room.one("#over")).isVisible();
        look.at(room.page(), "left");
    }

    @Test
    void turnAndCall() {
        Page console = BROWSER.page("en");
        console.navigate(server.link());
        console.locator("[data-wish=available]").click();
        Room room = waiting();
        console.locator("#next").click();
        assertThat(room.one("#turn")).isVisible();
        look.at(room.page(), "turn, not rehearsed");
        room.rehearse();
        look.at(room.page(), "turn");
        room.press("join");
        console.locator("#answer").waitFor();
        english(room);
        assertThat(room.one("#state")).hasText("Calling the operator…");
        look.at(room.page(), "call, ringing");
        lookAtSecondTab(room);
        console.locator("#answer").click();
        english(room);
        assertThat(room.one("#state")).hasText("You are talking");
        room.press("mute");
        room.press("share");
        assertThat(room.one("#preview")).isVisible();
        look.at(room.page(), "call, muted and sharing");
        console.locator("#ask-consent").click();
        assertThat(room.one("#consent")).isVisible();
        look.at(room.page(), "call, consent");
        assertThat(console.locator("#video")).isVisible();
        look.at(console, "console, shared window and a picture asked for");
        room.one("[value=refuse]").click();
        room.press("hang-up");
        assertThat(room.one("#feedback")).isVisible();
        look.at(room.page(), "over, question");
        room.one("[data-helped=yes]").click();
        assertThat(room.one("#thanks")).isVisible();
        look.at(room.page(), "over, thanks");
    }

    private void lookAtSecondTab(Room room) {
        Page second = room.page().context().newPage();
        second.navigate(server.url() + "/room/helpdesk");
        assertThat(second.locator("#return")).isVisible();
        look.at(second, "in call elsewhere");
        second.close();
    }
}
