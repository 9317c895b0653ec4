package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console for everybody: every state in both languages, every colour scheme and both widths; and by keyboard alone. */
class ConsoleAccessTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Console.desk());

    private final Look look = new Look();

    @Test
    void waitingStates_haveNoFaults() {
        look.at(Console.open(BROWSER.page("en"), server.url() + "/console/").page(), "signed out");
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        look.at(console.page(), "empty");
        WireCaller.join(server, "ja").microphone("denied");
        WireCaller.ready(server, "en");
        console.become("available");
        console.one("textarea[lang=en]").fill("We are busy today.");
        console.press("#notice-post");
        console.one("#invite-name").fill("Tanaka");
        console.press("#invite-make");
        console.press("[data-intake=paused]");
        console.press("summary");
        assertThat(console.one("#line-rows tr")).hasCount(2);
        look.at(console.page(), "line, notice, invitation, paused");
        console.page().context().setOffline(true);
        console.press("#next");
        assertThat(console.one("#problem")).containsText("No connection");
        look.at(console.page(), "lost");

        look.foundNoFaults();
    }

    @Test
    void callStates_haveNoFaults() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        console.become("available");
        WireCaller caller = WireCaller.ready(server, "ja");
        console.row(caller).locator("button").click();
        console.inPhase("calling");
        look.at(console.page(), "calling");
        caller.handOff();
        console.inPhase("ringing");
        look.at(console.page(), "ringing");
        console.press("#answer");
        console.inPhase("talking");
        console.press("#mute");
        console.become("break");
        console.press("#end");
        assertThat(console.one("#outcomes")).isVisible();
        look.at(console.page(), "talking, muted, ending");
        console.page().reload();
        console.inPhase("apart");
        look.at(console.page(), "apart");
        caller.hangUp();
        console.inPhase("owed");
        look.at(console.page(), "owed");

        look.foundNoFaults();
    }

    @Test
    void wholeCall_byKeyboardAlone() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        WireCaller caller = WireCaller.ready(server, "ja");
        assertThat(console.row(caller)).isVisible();

        Keyboard.press(console.page(), "[data-wish=available]");
        assertThat(console.one("#own-status")).containsText("Available");
        Keyboard.press(console.page(), "#line-rows button");
        console.inPhase("calling");
        caller.handOff();
        console.inPhase("ringing");
        Keyboard.press(console.page(), "#answer");
        console.inPhase("talking");
        Keyboard.press(console.page(), "#mute");
        assertThat(console.one("#mute")).hasAttribute("aria-pressed", "true");
        Keyboard.press(console.page(), "#end");
        assertThat(console.one("[data-outcome=solved]")).isFocused();
        console.page().keyboard().press("Enter");

        assertThat(console.one("#own-status")).containsText("Wrapping up");
        assertThat(caller.look().getString("outcome")).isEqualTo("solved");
    }

    @Test
    void row_keepsTheFocus_whileTheLineMoves() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        console.become("available");
        WireCaller first = WireCaller.ready(server, "ja");
        WireCaller second = WireCaller.ready(server, "ja");
        console.row(second).locator("button").focus();

        first.leave();
        WireCaller.join(server, "en");

        assertThat(console.one("#line-rows tr")).hasCount(2);
        assertThat(console.row(second).locator("td").first()).hasText("1");
        assertThat(console.row(second).locator("button")).isFocused();
    }
}
