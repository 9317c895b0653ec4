package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import madoguchi.MadoguchiServer;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hand-off to Zoom that fails leads back to the room, with the place kept at the front and a sentence that helps. */
class ZoomFailuresTest {

    @RegisterExtension
    static final ZoomSimulator ZOOM = new ZoomSimulator();

    @RegisterExtension
    static final Browser BROWSER = new Browser().with(ZOOM.browserArguments());

    @RegisterExtension
    final MadoguchiServer server = ZoomDesk.server(ZOOM, "loadWithin: 2s");

    @BeforeEach
    void agentIsReady() {
        ZOOM.ready("suzuki");
    }

    /** Called, joined, failed, and back at the front: called again, because the agent is still free. */
    private static void isSentBack(Room room, String words) {
        assertThat(room.page()).hasURL(Pattern.compile("/room/helpdesk"));
        assertThat(room.one("#failed")).containsText(words);
        assertThat(room.one("#turn")).isVisible();
        assertThat(room.one("#mail-link")).isVisible();
        assertThat(room.page()).not().hasURL(Pattern.compile("failed="));
        assertThat(Axe.violations(room.page())).isEmpty();
    }

    private Room joined(String language) {
        Room room = ZoomDesk.called(BROWSER.page(language), server.url());
        room.press("join");
        return room;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "broken"})
    void scriptBlocked_isSaidToBeBlocked(String how) {
        ZOOM.turn(Switch.SCRIPT, how);

        isSentBack(joined("en"), "something in this browser or network blocks it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "late"})
    void scriptThatDoesNotCome_isGivenUp(String how) {
        ZOOM.turn(Switch.SCRIPT, how);

        isSentBack(joined("en"), "Zoom did not open in time");
    }

    @Test
    void failure_isExplainedInJapaneseToo() {
        ZOOM.turn(Switch.SCRIPT, "cut");

        isSentBack(joined("ja"), "順番は先頭のままです");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INIT_REFUSED", "START_REFUSED"})
    void zoomThatRefuses_isNobodysFault(String which) {
        ZOOM.turn(Switch.valueOf(which), true);

        isSentBack(joined("en"), "You did nothing wrong");
    }

    @Test
    void joiningAgain_afterTheCauseIsGone_comesThrough() {
        ZOOM.turn(Switch.SCRIPT, "cut");
        Room room = joined("en");
        isSentBack(room, "blocks it");
        ZOOM.turn(Switch.SCRIPT, "ok");

        room.press("join");

        assertThat(room.one("#state")).hasText("Calling the operator…");
    }

    @Test
    void microphoneRefusedMeanwhile_isCuredInTheRoom() {
        BrowserContext person = BROWSER.person("en");
        person.grantPermissions(List.of("microphone"));
        person.addInitScript("if (location.pathname.startsWith('/call/')) navigator.mediaDevices.getUserMedia ="
                + " async () => { throw new DOMException('Permission denied', 'NotAllowedError'); };");
        Room room = ZoomDesk.called(person.newPage(), server.url());

        room.press("join");

        assertThat(room.one("#failed")).containsText("could not use your microphone");
        assertThat(room.one("#rehearse")).isVisible();
        assertThat(room.one("#join")).isHidden();
        room.rehearse();
        assertThat(room.one("#join")).isVisible();
    }

    @Test
    void microphoneUnpluggedWhileCalling_leadsBack() {
        Room room = joined("en");
        assertThat(room.one("#state")).hasText("Calling the operator…");

        room.page()
                .evaluate("navigator.mediaDevices.enumerateDevices = async () => [];"
                        + " navigator.mediaDevices.dispatchEvent(new Event('devicechange'))");

        assertThat(room.one("#failed")).containsText("could not use your microphone");
    }

    @Test
    void nothingOfZoomIsLoaded_beforeTheCallerJoins() {
        Page page = BROWSER.page("en");
        List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
        page.context().onRequest(request -> asked.add(request.url()));

        Room room = ZoomDesk.called(page, server.url());
        assertThat(asked).noneMatch(url -> url.contains("zoom.us"));
        room.press("join");

        assertThat(room.one("#state")).hasText("Calling the operator…");
        assertThat(asked)
                .anyMatch(url -> url.startsWith("https://us01ccistatic.zoom.us/us01cci/web-sdk/video-client.js"));
    }
}
