package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The microphone rehearsal for everybody: what it says of each failure, and of none. */
class RehearsalAccessTest {

    /** Opening the microphone does what {@code window.open} says, if anything. */
    private static final String BREAKABLE =
            "const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);"
                    + " navigator.mediaDevices.getUserMedia = (wish) => window.broken?.() ?? real(wish);";

    private static final String REJECT =
            "([name, message]) => { window.broken = () => Promise.reject(new DOMException(message, name)); }";

    private static final String SILENCE =
            "() => { window.broken = () => Promise.resolve(new AudioContext().createMediaStreamDestination().stream); }";

    private static final List<List<String>> REJECTIONS = List.of(
            List.of("NotAllowedError", "Permission denied", "The microphone is not allowed"),
            List.of("NotAllowedError", "Permission dismissed", "The question was closed"),
            List.of("NotAllowedError", "Denied by system", "Your device keeps the microphone from the browser"),
            List.of("NotFoundError", "Requested device not found", "We find no microphone"),
            List.of("NotReadableError", "Could not start audio source", "The microphone is in use"),
            List.of("InvalidStateError", "no document", "The microphone does not work"));

    @RegisterExtension
    static final Browser BROWSER = new Browser().with("--use-fake-ui-for-media-stream");

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Room.desk());

    private final Look look = new Look();

    @AfterEach
    void noFaults() {
        look.foundNoFaults();
    }

    private void lookAtCure(Room room, String title) {
        room.one("[data-lang=en]").click();
        room.rehearseInVain(title);
        look.at(room.page(), "cure, " + title);
    }

    @Test
    void deviceAndPermission() {
        Page page = BROWSER.page("en");
        page.addInitScript(BREAKABLE);
        Room room = Room.waiting(page, server.url());
        for (List<String> rejection : REJECTIONS) {
            page.evaluate(REJECT, rejection);
            lookAtCure(room, rejection.get(2));
        }
        page.evaluate(SILENCE);
        lookAtCure(room, "We cannot hear you");
        page.evaluate("() => { window.broken = null; }");
        room.press("rehearse");
        assertThat(room.one("#rehearsal-text.good")).isVisible();
        look.at(page, "passed");
        page.evaluate("delete window.RTCPeerConnection");
        lookAtCure(room, "This browser cannot make calls");
    }

    @Test
    void hosting() {
        Page forbidden = BROWSER.page("en");
        BadHosting.forbidding(forbidden);
        lookAtCure(Room.waiting(forbidden, server.url()), "This page may not use the microphone");
        Page insecure = BROWSER.page("en");
        lookAtCure(
                Room.waiting(insecure, BadHosting.insecure(insecure, server.url())), "This connection is not secure");
    }

    @Test
    void prompt() {
        Page page = BROWSER.page("en");
        page.clock().install();
        page.addInitScript(BREAKABLE);
        Room room = Room.waiting(page, server.url());
        page.evaluate("() => { window.broken = () => new Promise(() => {}); }");
        room.press("rehearse");
        page.clock().runFor(4_000);
        assertThat(room.one("#rehearsal-text")).containsText("choose Allow");
        look.at(page, "rehearsal, look for the prompt");
        page.clock().runFor(60_000);
        assertThat(room.one("#cure")).isVisible();
        look.at(page, "cure, no answer");
    }
}
