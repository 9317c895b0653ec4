package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.HashMap;
import java.util.Map;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The microphone rehearsal with Chromium's fake microphone, and each way in which it can fail. */
class RehearsalTest {

    private static final String WATCH_TRACKS = "window.tracks = []; const ask = navigator.mediaDevices?.getUserMedia;"
            + " if (ask) navigator.mediaDevices.getUserMedia = async function (wish) {"
            + " const stream = await ask.call(this, wish); window.tracks.push(...stream.getTracks()); return stream; };";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Room.desk());

    @Test
    void voiceHeard_passesAndPlaysBack_andGivesTheMicrophoneBack() {
        Page page = BROWSER.page("en");
        page.addInitScript(WATCH_TRACKS);
        Room room = Room.waiting(page, server.url());

        room.rehearse();

        assertThat(room.one("#play")).isVisible();
        assertThat(page.evaluate("window.tracks.map((track) => track.readyState).join()"))
                .isEqualTo("ended");
        assertThat(room.one("#device option")).not().hasCount(0);
        room.press("play");
    }

    @Test
    void passedRehearsal_isStillPassedAfterAReload() {
        Room room = Room.waiting(BROWSER.page("en"), server.url());
        room.rehearse();

        room.page().reload();

        assertThat(room.one("#rehearsal-text")).hasText("Your microphone works. You are ready for the call.");
    }

    @Test
    void permissionDenied_isCured() {
        Page page = BROWSER.person("ja").newPage();
        Room room = Room.waiting(page, server.url());

        room.press("rehearse");

        assertThat(room.one("#cure-title")).hasText("マイクが許可されていません");
        assertThat(room.one("#cure-steps li")).not().hasCount(0);
        assertThat(room.one("#alert")).hasText("マイクが許可されていません");
    }

    @ParameterizedTest
    @CsvSource({
        "NotAllowedError, Permission dismissed, The question was closed",
        "NotAllowedError, Permission denied by system, Your device keeps the microphone from the browser",
        "NotReadableError, Could not start audio source, The microphone is in use",
        "NotFoundError, Requested device not found, We find no microphone",
        "AbortError, Timeout, The microphone is in use",
        "InvalidStateError, no document, The microphone does not work",
    })
    void failureOfTheBrowser_isCured(String name, String message, String cure) {
        Page page = BROWSER.page("en");
        page.addInitScript("navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('" + message
                + "', '" + name + "'));");
        Room room = Room.waiting(page, server.url());

        room.press("rehearse");

        assertThat(room.one("#cure-title")).hasText(cure);
    }

    @Test
    void savedDeviceThatIsGone_fallsBackToAnother() {
        Page page = BROWSER.page("en");
        page.addInitScript("localStorage.setItem('madoguchi.microphone', 'gone');");
        Room room = Room.waiting(page, server.url());

        room.rehearse();
    }

    @Test
    void unansweredPrompt_isPointedAt() {
        Page page = BROWSER.page("en");
        page.addInitScript("navigator.mediaDevices.getUserMedia = () => new Promise(() => {});");
        Room room = Room.waiting(page, server.url());

        room.press("rehearse");

        assertThat(room.one("#rehearsal-text")).containsText("choose Allow");
    }

    @Test
    void siteThatForbidsTheMicrophone_isNamedAsTheCause() {
        Page page = BROWSER.page("en");
        page.route("**/room/helpdesk*", RehearsalTest::forbidMicrophone);
        Room room = Room.waiting(page, server.url());

        room.press("rehearse");

        assertThat(room.one("#cure-title")).hasText("This page may not use the microphone");
    }

    private static void forbidMicrophone(Route route) {
        var response = route.fetch();
        Map<String, String> headers = new HashMap<>(response.headers());
        headers.put("permissions-policy", "microphone=()");
        route.fulfill(new Route.FulfillOptions().setResponse(response).setHeaders(headers));
    }
}
