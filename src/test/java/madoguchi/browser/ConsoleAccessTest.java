package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console for everybody: every state in both languages, every colour scheme and both widths; and by keyboard alone. */
class ConsoleAccessTest {

    private static final int NARROW = 320;
    private static final int WIDE = 1280;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Console.desk());

    private final List<String> faults = new ArrayList<>();

    /** Both languages × light, dark and forced colours × wide and narrow. */
    private void look(Console console, String state) {
        Page page = console.page();
        for (String language : List.of("ja", "en")) {
            console.press("[data-lang=" + language + "]");
            for (int width : List.of(NARROW, WIDE)) {
                page.setViewportSize(width, 800);
                look(page, ColorScheme.LIGHT, ForcedColors.NONE, state + " " + language + " " + width);
                look(page, ColorScheme.DARK, ForcedColors.NONE, state + " " + language + " dark " + width);
                look(page, ColorScheme.LIGHT, ForcedColors.ACTIVE, state + " " + language + " forced " + width);
                if ((Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth")) {
                    faults.add(state + " " + language + " " + width + ": wider than the window");
                }
            }
        }
    }

    private void look(Page page, ColorScheme scheme, ForcedColors forced, String state) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced));
        Axe.violations(page).forEach(fault -> faults.add(state + ": " + fault));
    }

    @Test
    void waitingStates_haveNoFaults() {
        look(Console.open(BROWSER.page("en"), server.url() + "/console/"), "signed out");
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        look(console, "empty");
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
        look(console, "line, notice, invitation, paused");
        console.page().context().setOffline(true);
        console.press("#next");
        assertThat(console.one("#problem")).containsText("No connection");
        look(console, "lost");

        assertThat(faults).isEmpty();
    }

    @Test
    void callStates_haveNoFaults() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        console.become("available");
        WireCaller caller = WireCaller.ready(server, "ja");
        console.row(caller).locator("button").click();
        console.inPhase("calling");
        look(console, "calling");
        caller.handOff();
        console.inPhase("ringing");
        look(console, "ringing");
        console.press("#answer");
        console.inPhase("talking");
        console.press("#mute");
        console.become("break");
        console.press("#end");
        assertThat(console.one("#outcomes")).isVisible();
        look(console, "talking, muted, ending");
        console.page().reload();
        console.inPhase("apart");
        look(console, "apart");
        caller.hangUp();
        console.inPhase("owed");
        look(console, "owed");

        assertThat(faults).isEmpty();
    }

    @Test
    void wholeCall_byKeyboardAlone() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        WireCaller caller = WireCaller.ready(server, "ja");
        assertThat(console.row(caller)).isVisible();

        tabTo(console, "[data-wish=available]");
        assertThat(console.one("#own-status")).containsText("Available");
        tabTo(console, "#line-rows button");
        console.inPhase("calling");
        caller.handOff();
        console.inPhase("ringing");
        tabTo(console, "#answer");
        console.inPhase("talking");
        tabTo(console, "#mute");
        assertThat(console.one("#mute")).hasAttribute("aria-pressed", "true");
        tabTo(console, "#end");
        assertThat(console.one("[data-outcome=solved]")).isFocused();
        console.page().keyboard().press("Enter");

        assertThat(console.one("#own-status")).containsText("Wrapping up");
        assertThat(caller.look().getString("outcome")).isEqualTo("solved");
    }

    /** Tabs until this has the focus, which must be visible, and presses it. */
    private static void tabTo(Console console, String selector) {
        Page page = console.page();
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
                        .isEqualTo("solid");
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("focus: never on " + selector);
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
