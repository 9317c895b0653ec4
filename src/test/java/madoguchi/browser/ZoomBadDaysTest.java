package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import io.vertx.core.json.JsonObject;
import madoguchi.MadoguchiServer;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What callers and console see while Zoom's servers are in trouble, or tell things double, late or not at all. */
class ZoomBadDaysTest {

    /** The server waits before it asks a Zoom in trouble again, and before it believes a list more than an event. */
    private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(60_000);

    @RegisterExtension
    static final ZoomSimulator ZOOM = new ZoomSimulator();

    @RegisterExtension
    static final Browser BROWSER = new Browser().with(ZOOM.browserArguments());

    @RegisterExtension
    final MadoguchiServer server =
            ZoomDesk.server(ZOOM, "answerWithin: 10s").with("MADOGUCHI_CALL_ZOOM_UNKNOWNAFTER", "3s");

    @Test
    void zoomOutOfReach_makesTheDeskUnknown_untilItIsBack() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        ZOOM.ready("suzuki");
        assertThat(console.figure("available")).hasText("1");

        ZOOM.turn(Switch.API_STATUS, 503).turn(Switch.WEBHOOKS, false);
        assertThat(console.one("#desk-state")).hasText("Unknown");
        Room room = Room.waiting(BROWSER.page("en"), server.url());
        assertThat(room.one("#line")).isVisible();
        ZOOM.turn(Switch.API_STATUS, 0);

        assertThat(console.one("#desk-state")).hasText("Open", PATIENTLY);
        room.shows("turn");
    }

    @Test
    void eventsDoubledStrangeAndLate_changeNothing() {
        ZOOM.turn(Switch.WEBHOOK_TWICE, true)
                .turn(Switch.WEBHOOK_UNKNOWN, true)
                .turn(Switch.WEBHOOK_EXTRA, true)
                .turn(Switch.WEBHOOK_DELAY, 500);

        talkAndEnd();
    }

    @Test
    void eventsWithNothingButIds_areEnough() {
        ZOOM.turn(Switch.WEBHOOK_BARE, true).turn(Switch.TASK_EVENTS, false);

        talkAndEnd();
    }

    @Test
    void oneEndEvent_andAScriptWithoutEval_areEnough() {
        ZOOM.turn(Switch.ALL_ENDS, false).turn(Switch.SCRIPT_EVAL, false);

        talkAndEnd();
    }

    @Test
    void fullQueueAtZoom_leadsBackToTheFront() {
        ZOOM.turn(Switch.MAX_IN_QUEUE, 0).turn(Switch.ALL_ENDS, false);
        ZOOM.ready("suzuki");
        Room room = ZoomDesk.called(BROWSER.page("en"), server.url());

        room.press("join");

        assertThat(room.one("#failed")).containsText("Zoom did not take the call. You did nothing wrong");
        assertThat(room.one("#turn")).isVisible();
        assertThat(room.one("#mail-link")).isVisible();
    }

    @Test
    void fullQueueAtZoom_thatLooksAsIfTheCallerHadEnded_isTheEnd() {
        ZOOM.turn(Switch.MAX_IN_QUEUE, 0);
        ZOOM.ready("suzuki");
        Room room = ZoomDesk.called(BROWSER.page("en"), server.url());

        room.press("join");

        assertThat(room.one("#over-title")).hasText("You have left the line");
    }

    private void talkAndEnd() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        ZOOM.ready("suzuki");
        Room room = ZoomDesk.called(BROWSER.page("en"), server.url());
        room.press("join");
        assertThat(room.one("#zoom-state")).hasText("Waiting for an agent");
        ZOOM.answer("suzuki");
        assertThat(console.figure("on-call")).hasText("1");
        ZOOM.hangUp("suzuki");
        assertThat(room.one("#over-title")).hasText("Thank you for calling");
        ZOOM.wrapUpDone("suzuki", null);
        assertThat(console.figure("available")).hasText("1", PATIENTLY);
        assertThat(console.figure("on-call")).hasText("0");
    }

    @Test
    void answerThatTheDeskHearsOfTooLate_interruptsNobody() {
        ZOOM.turn(Switch.WEBHOOK_LOST, "engagement_user_answered").turn(Switch.TASK_EVENTS, false);
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        ZOOM.ready("suzuki");
        Room room = ZoomDesk.called(BROWSER.page("en"), server.url());
        room.press("join");
        assertThat(room.one("#zoom-state")).hasText("Waiting for an agent");
        String engagement = ZOOM.engagementOf(room.one("#reference").textContent());
        ZOOM.answer("suzuki");
        assertThat(console.figure("waiting")).hasText("1", PATIENTLY);
        assertThat(room.one("#state")).hasText("You are talking");

        ZOOM.turn(Switch.WEBHOOK_LOST, "");
        ZOOM.send(
                "contact_center.engagement_user_answered",
                new JsonObject().put("engagement_id", engagement).put("user_id", "user-suzuki"));

        assertThat(console.figure("on-call")).hasText("1");
        assertThat(room.one("#state")).hasText("You are talking");
        ZOOM.hangUp("suzuki");
        assertThat(room.one("#over-title")).hasText("Thank you for calling");
    }

    @Test
    void agentsWhoDoNotAnswer_costTheCallerNothing() {
        ZOOM.turn(Switch.RING_FOR, 1_000);
        ZOOM.ready("suzuki");
        Room room = ZoomDesk.called(BROWSER.page("en"), server.url());

        room.press("join");

        assertThat(room.one("#state")).hasText("Calling the operator…");
        assertThat(room.one("#position")).hasText("1", PATIENTLY);
        assertThat(room.one("#failed")).containsText("No operator could answer");
    }
}
