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

    /** The name under which the other end's candidates of the first connection were found; an ICE restart gives a new one. */
    private static final String CANDIDATES_FROM =
            "() => /ice-ufrag:(\\S+)/.exec(window.made[0].currentRemoteDescription.sdp)[1]";

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
        Media.watch(person);
        return person.newPage();
    }

    private void talk() {
        room.press("join");
        console.locator("#answer").click();
        assertThat(room.one("#state")).hasText("You are talking");
    }

    @Test
    void bothHearEachOther_andTheSharedWindowArrives() {
        talk();
        Media.hears(room.page());
        Media.hears(console);

        room.press("share");
        assertThat(room.one("#preview")).isVisible();
        Media.seesFrames(console);

        room.press("share");
        assertThat(room.one("#preview")).isHidden();
        assertThat(console.locator("#video")).isHidden();
    }

    @Test
    void reloadWithinTheCall_connectsAgain() {
        talk();
        Media.hears(console);

        room.page().onDialog(dialog -> dialog.accept());
        room.page().reload();

        assertThat(room.one("#state")).hasText("You are talking");
        Media.hears(room.page());
        Media.hears(console);
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
        Media.seesFrames(console);

        console.locator("#ask-consent").click();
        room.one("[value=refuse]").click();
        assertThat(console.locator("#save-picture")).isDisabled();
        assertThat(room.one("#state")).hasText("You are talking");

        console.locator("#ask-consent").click();
        room.one("[value=grant]").click();
        assertThat(console.locator("#save-picture")).isEnabled();
    }

    @Test
    void connection_whichBreaks_isMendedByAnIceRestart() {
        try (Relay network = new Relay()) {
            network.carry(room.page());
            network.carry(console);
            talk();
            Media.hears(console);
            Object before = room.page().evaluate(CANDIDATES_FROM);

            network.cut(true);
            assertThat(room.one("#state")).hasText("The connection is interrupted");
            room.page().waitForCondition(() -> !before.equals(room.page().evaluate(CANDIDATES_FROM)));
            network.cut(false);

            assertThat(room.one("#state")).hasText("You are talking");
            Media.hears(console);
        }
    }

    @Test
    void wholeScreen_isRefusedAndStopped() {
        room.page()
                .addInitScript("const choose = navigator.mediaDevices.getDisplayMedia;"
                        + " navigator.mediaDevices.getDisplayMedia = async function (wish) {"
                        + " window.wish = wish; const stream = await choose.call(this, wish); window.chosen = stream.getVideoTracks()[0];"
                        + " window.chosen.getSettings = () => ({ displaySurface: 'monitor' }); return stream; };");
        talk();

        room.press("share");

        assertThat(room.one("#trouble")).containsText("You chose the whole screen");
        assertThat(room.page().evaluate("window.chosen.readyState")).isEqualTo("ended");
        assertThat(room.page().evaluate("window.wish.monitorTypeSurfaces + window.wish.video.displaySurface"))
                .isEqualTo("excludewindow");
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
