package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.regex.Pattern;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A call between the caller's page and the operators' console, both real: what one says and shows reaches the other. */
class CallTest {

    /** Keeps each page's connections in sight, to measure what arrives. */
    private static final String WATCH = "window.made = []; const Native = RTCPeerConnection;"
            + " window.RTCPeerConnection = class extends Native {"
            + " constructor(...given) { super(...given); window.made.push(this); } };";

    private static final String ARRIVED = "async ([kind, measure, least]) => {"
            + " const report = await window.made.at(-1)?.getStats(); if (!report) return false;"
            + " const inbound = [...report.values()].find((one) => one.type === 'inbound-rtp' && one.kind === kind);"
            + " return (inbound?.[measure] ?? 0) > least; }";

    @RegisterExtension
    static final Browser BROWSER = new Browser().with("--use-fake-ui-for-media-stream");

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Room.desk());

    private Page console;
    private Room room;

    @BeforeEach
    void operatorIsAvailable_andTheCallerIsReady() {
        console = newPage("en");
        console.navigate(server.link());
        console.locator("[data-wish=available]").click();
        room = Room.waiting(newPage("en"), server.url());
        room.rehearse();
    }

    private static Page newPage(String language) {
        BrowserContext person = BROWSER.person(language);
        person.grantPermissions(List.of("microphone"));
        person.addInitScript(WATCH);
        return person.newPage();
    }

    private void talk() {
        room.press("join");
        console.locator("#answer").click();
        assertThat(room.one("#state")).hasText("You are talking");
    }

    private static void hears(Page page) {
        arrives(page, "audio", "totalAudioEnergy", 0.001);
    }

    private static void seesFrames(Page page) {
        arrives(page, "video", "framesDecoded", 3);
    }

    /** {@code waitForFunction} would not wait for what an asynchronous function finds. */
    private static void arrives(Page page, Object... what) {
        page.waitForCondition(() -> page.evaluate(ARRIVED, what).equals(true));
    }

    @Test
    void bothHearEachOther_andTheSharedWindowArrives() {
        talk();
        hears(room.page());
        hears(console);

        room.press("share");
        assertThat(room.one("#preview")).isVisible();
        seesFrames(console);

        room.press("share");
        assertThat(room.one("#preview")).isHidden();
        assertThat(console.locator("#video")).isHidden();
    }

    @Test
    void reloadWithinTheCall_connectsAgain() {
        talk();
        hears(console);

        room.page().onDialog(dialog -> dialog.accept());
        room.page().reload();

        assertThat(room.one("#state")).hasText("You are talking");
        hears(room.page());
        hears(console);
    }

    @Test
    void mutedCaller_isSaidToTheOperator() {
        talk();

        room.press("mute");
        assertThat(room.one("#mute")).hasText("Unmute");

        assertThat(console.locator("#call-lead"))
                .containsText(Pattern.compile("muted|microphone", Pattern.CASE_INSENSITIVE));
    }

    @Test
    void picture_isAskedForEachTime_andRefusalCostsNothing() {
        talk();
        room.press("share");
        seesFrames(console);

        console.locator("#ask-consent").click();
        room.one("[value=refuse]").click();
        assertThat(console.locator("#save-picture")).isDisabled();
        assertThat(room.one("#state")).hasText("You are talking");

        console.locator("#ask-consent").click();
        room.one("[value=grant]").click();
        assertThat(console.locator("#save-picture")).isEnabled();
    }

    @Test
    void wholeScreen_isRefusedAndStopped() {
        room.page()
                .addInitScript("const choose = navigator.mediaDevices.getDisplayMedia;"
                        + " navigator.mediaDevices.getDisplayMedia = async function (wish) {"
                        + " const stream = await choose.call(this, wish); window.chosen = stream.getVideoTracks()[0];"
                        + " window.chosen.getSettings = () => ({ displaySurface: 'monitor' }); return stream; };");
        talk();

        room.press("share");

        assertThat(room.one("#trouble")).containsText("You chose the whole screen");
        assertThat(room.page().evaluate("window.chosen.readyState")).isEqualTo("ended");
        assertThat(room.one("#preview")).isHidden();
    }

    @Test
    void hangingUp_leadsToTheOneQuestion() {
        talk();
        room.press("hang-up");
        assertThat(room.one("#over-title")).hasText("Thank you for calling");

        room.one("[data-helped=yes]").click();

        assertThat(room.one("#thanks")).isVisible();
        console.locator("[data-outcome=solved]").click();
        assertThat(console.locator("#call")).isHidden();
        assertThat(room.one("#over-title")).hasText("Thank you for calling");
    }

    @Test
    void operatorWhoEndsTheCall_endsItForTheCallerToo() {
        talk();

        console.locator("#end").click();
        console.locator("[data-outcome=follow-up]").click();

        assertThat(room.one("#over-text")).containsText("will write to you");
    }

    @Test
    void operatorWhoPutsTheCallerBack_isExplainedInTheRoom() {
        room.press("join");
        assertThat(console.locator("#answer")).isVisible();

        console.locator("#put-back").click();

        room.page().waitForURL(Pattern.compile("/room/helpdesk"));
        assertThat(room.one("#line, #turn").locator("visible=true").first()).isVisible();
    }

    @Test
    void callPageWithoutATicket_leadsToTheRoom() {
        Page stranger = newPage("en");

        Response response = stranger.navigate(server.url() + "/call/helpdesk");

        assertThat(response.status()).isEqualTo(200);
        assertThat(stranger.locator("#start")).isVisible();
    }
}
