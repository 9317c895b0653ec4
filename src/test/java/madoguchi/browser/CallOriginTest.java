package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import madoguchi.MadoguchiServer;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A call page on an origin of its own: Zoom's script never meets the ticket's token, and all goes as it does otherwise. */
class CallOriginTest {

    @RegisterExtension
    static final ZoomSimulator ZOOM = new ZoomSimulator();

    @RegisterExtension
    static final Browser BROWSER = new Browser().with(ZOOM.browserArguments()).with("--use-fake-ui-for-media-stream");

    @RegisterExtension
    static final Passage PASSAGE = passage();

    @RegisterExtension
    final MadoguchiServer server = ZoomDesk.server(ZOOM).with("MADOGUCHI_CALL_ORIGIN", PASSAGE.origin());

    private static Passage passage() {
        try {
            return new Passage();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Room room;

    @BeforeEach
    void beCalled() {
        PASSAGE.leadsTo(server.url());
        ZOOM.ready("suzuki");
        room = ZoomDesk.called(BROWSER.page("en"), server.url());
    }

    @Test
    void call_isTakenThere_withATokenForTheCallAlone() {
        Object ticketToken = room.page().evaluate("localStorage['madoguchi.ticket.helpdesk']");

        room.press("join");

        assertThat(room.one("#zoom-state")).hasText("Waiting for an agent");
        assertThat(room.page()).hasURL(Pattern.compile(PASSAGE.origin() + "/call/helpdesk\\?lang=en$"));
        assertThat(room.page().evaluate("localStorage['madoguchi.ticket.helpdesk']"))
                .isNotEqualTo(ticketToken);
        ZOOM.answer("suzuki");
        ZOOM.hangUp("suzuki");
        assertThat(room.page()).hasURL(Pattern.compile(server.url() + "/room/helpdesk.*"));
        room.shows("over");
    }

    @Test
    void failure_leadsBackToTheRoomsOrigin_andThereAgain() {
        ZOOM.turn(Switch.SCRIPT, "cut");
        room.press("join");
        assertThat(room.one("#failed")).containsText("blocks it");
        assertThat(room.page()).hasURL(Pattern.compile(server.url() + "/room/helpdesk.*"));
        ZOOM.turn(Switch.SCRIPT, "ok");

        room.press("join");

        assertThat(room.one("#zoom-state")).hasText("Waiting for an agent");
    }
}
