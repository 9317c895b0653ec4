package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import madoguchi.MadoguchiServer;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An account that sends no webhooks: the caller's page says that an agent has come, and Zoom's record how it ended. */
class ZoomNoWebhooksTest {

    @RegisterExtension
    static final ZoomSimulator ZOOM = new ZoomSimulator();

    @RegisterExtension
    static final Browser BROWSER = new Browser().with(ZOOM.browserArguments()).with("--use-fake-ui-for-media-stream");

    @RegisterExtension
    final MadoguchiServer server = ZoomDesk.server(ZOOM, "dispositions: {Solved: solved, Mail: follow-up}")
            .with("MADOGUCHI_CALL_ZOOM_ANSWEREDBY", "browser");

    @Test
    void call_goesFromTheLineToItsOutcome_byThePagesWord() {
        ZOOM.turn(Switch.WEBHOOKS, false).turn(Switch.RECORD_AFTER, 0);
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        ZOOM.ready("suzuki");
        Room room = ZoomDesk.called(BROWSER.page("en"), server.url());
        room.press("join");
        assertThat(room.one("#zoom-state")).hasText("Waiting for an agent");

        ZOOM.answer("suzuki");
        assertThat(room.one("#state")).hasText("You are talking");
        assertThat(console.figure("on-call")).hasText("1");
        ZOOM.hangUp("suzuki");
        assertThat(room.one("#over-title")).hasText("Thank you for calling");
        ZOOM.wrapUpDone("suzuki", "Mail");

        assertThat(room.one("#over-text")).containsText("will write to you");
        assertThat(console.figure("served")).hasText("1");
        assertThat(console.figure("available")).hasText("1");
    }
}
