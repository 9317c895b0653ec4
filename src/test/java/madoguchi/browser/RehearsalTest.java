package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The microphone rehearsal with Chromium's fake microphone, and each way in which it can fail. */
class RehearsalTest {

    private static final String WATCH_TRACKS =
            "window.tracks = []; window.wishes = []; const ask = navigator.mediaDevices?.getUserMedia;"
                    + " if (ask) navigator.mediaDevices.getUserMedia = async function (wish) { window.wishes.push(wish);"
                    + " const stream = await ask.call(this, wish); window.tracks.push(...stream.getTracks()); return stream; };";

    private static final String NEVER_ANSWERED = "navigator.mediaDevices.getUserMedia = () => new Promise(() => {});";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Room.desk());

    @Test
    void voiceHeard_passesAndPlaysBack_andGivesTheMicrophoneBack() {
        Page page = BROWSER.page("en");
        page.addInitScript(WATCH_TRACKS);
        page.addInitScript("const play = AudioBufferSourceNode.prototype.start; AudioBufferSourceNode.prototype.start ="
                + " function () { window.seconds = this.buffer.duration; return play.call(this); };");
        Room room = Room.waiting(page, server.url());

        room.press("rehearse");
        page.waitForFunction("() => document.getElementById('level').value > 0.3");
        assertThat(room.one("#rehearsal-text.good")).isVisible();

        assertThat(room.one("#play")).isVisible();
        assertThat(page.evaluate("window.tracks.map((track) => track.readyState).join()"))
                .isEqualTo("ended");
        assertThat(room.one("#device option")).not().hasCount(0);
        room.press("play");
        assertThat(((Number) page.evaluate("window.seconds")).doubleValue()).isBetween(1.0, 10.0);
    }

    /** Whoever does not see the words must hear when to speak, the second time as well. */
    @Test
    void readersOfTheScreen_areToldWhenToSpeak_eachTime() {
        Page page = BROWSER.page("en");
        Room room = Room.waiting(page, server.url());
        page.evaluate(
                "window.told = []; new MutationObserver(() => told.push(document.getElementById('alert').textContent))"
                        + ".observe(document.getElementById('alert'), {childList: true});");

        room.rehearse();
        room.press("rehearse");
        assertThat(room.one("#rehearsal-text.good")).isHidden();
        assertThat(room.one("#rehearsal-text.good")).isVisible();

        assertThat(page.evaluate("told.filter(Boolean).join()"))
                .isEqualTo("Please say a few words.,Please say a few words.");
    }

    @Test
    void recording_neverLeavesTheBrowser() {
        List<Request> sent = new ArrayList<>();
        Page page = BROWSER.page("en");
        Room room = Room.waiting(page, server.url());
        page.onRequest(sent::add);

        room.rehearse();
        room.press("play");

        assertThat(sent.stream().filter(request -> request.postData() != null).map(Request::postData))
                .containsExactly("{\"result\":\"passed\"}");
    }

    @Test
    void deviceChosen_isUsedAndRemembered() {
        Page page = BROWSER.page("en");
        page.addInitScript(WATCH_TRACKS);
        Room room = Room.waiting(page, server.url());
        room.rehearse();
        String other = room.one("#device option:not(:checked)").last().getAttribute("value");

        room.one("#device").selectOption(other);
        page.waitForFunction("id => window.wishes.at(-1).audio.deviceId?.exact === id", other);
        page.reload();
        room.press("rehearse");

        page.waitForFunction("id => window.wishes.at(-1)?.audio.deviceId?.exact === id", other);
    }

    @Test
    void joiningDuringARehearsal_givesTheMicrophoneBackFirst() {
        Page page = BROWSER.page("en");
        page.addInitScript(WATCH_TRACKS);
        Room room = Room.waiting(page, server.url());
        room.rehearse();
        server.operator().put("/api/v1/operator/status", new JsonObject().put("status", "available"));
        room.shows("turn");
        page.evaluate("document.getElementById('rehearse').click()");
        page.waitForFunction("() => window.tracks.at(-1).readyState === 'live' && window.tracks.length === 2");
        page.evaluate("addEventListener('click', (event) => event.preventDefault())"); // stays, to be looked at

        room.press("join");

        assertThat(page.evaluate("window.tracks.map((track) => track.readyState).join()"))
                .isEqualTo("ended,ended");
    }

    @Test
    void promptLeftOpen_isGivenUpAfterAMinute() {
        Page page = BROWSER.page("en");
        page.clock().install();
        page.addInitScript(NEVER_ANSWERED);
        Room room = Room.waiting(page, server.url());
        room.press("rehearse");
        assertThat(room.one("#rehearsal-text")).containsText("Waiting for the browser");

        page.clock().runFor(61_000);

        assertThat(room.one("#cure-title")).hasText("The browser’s question was not answered");
    }

    @Test
    void browserWithoutCalls_isNamedAsTheCause() {
        Page page = BROWSER.page("en");
        page.addInitScript("delete window.RTCPeerConnection;");

        Room room = Room.waiting(page, server.url());

        room.rehearseInVain("This browser cannot make calls");
    }

    /** The desk under a name that is no loopback address, by plain http. */
    @Test
    void insecurePage_isNamedAsTheCause() {
        Page page = BROWSER.page("en");

        Room room = Room.waiting(page, BadHosting.insecure(page, server.url()));

        room.rehearseInVain("This connection is not secure");
    }

    /** The words of failures are loaded only when they are said. */
    @Test
    void firstFailureWithoutNetwork_isSaidAtOnceAndCuredOnceTheNetworkIsBack() {
        Room room = Room.waiting(BROWSER.person("ja").newPage(), server.url());
        room.page().context().setOffline(true);

        room.press("rehearse");
        assertThat(room.one("#rehearsal-text")).hasText("マイクを確認できませんでした。通信が戻りしだい、対処方法を表示します。");
        assertThat(room.one("#cure")).isHidden();
        assertThat(room.one("#rehearse")).hasText("もう一度確認する");

        room.page().context().setOffline(false);
        assertThat(room.one("#cure-title")).hasText("マイクが許可されていません");
        assertThat(room.one("#rehearsal-text")).hasText("");
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

        room.rehearseInVain("マイクが許可されていません");

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

        room.rehearseInVain(cure);
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
        page.addInitScript(NEVER_ANSWERED);
        Room room = Room.waiting(page, server.url());

        room.press("rehearse");

        assertThat(room.one("#rehearsal-text")).containsText("choose Allow");
    }

    @Test
    void siteThatForbidsTheMicrophone_isNamedAsTheCause() {
        Page page = BROWSER.page("en");
        BadHosting.forbidding(page);

        Room room = Room.waiting(page, server.url());

        room.rehearseInVain("This page may not use the microphone");
    }
}
