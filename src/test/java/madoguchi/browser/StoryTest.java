package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole story at the demo's desk as it starts bare, both sides real, with the pop-up blocker on and no mouse. */
class StoryTest {

    @RegisterExtension
    static final Browser BROWSER =
            new Browser().without("--disable-popup-blocking").with("--use-fake-ui-for-media-stream");

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().fromNoon();

    private static BrowserContext person() {
        BrowserContext person = BROWSER.person("en");
        person.grantPermissions(List.of("microphone"));
        Media.watch(person);
        return person;
    }

    @Test
    void callerAndOperator_talkAndShareAWindow_byKeyboardAlone() {
        Page console = person().newPage();
        console.navigate(server.link());
        Keyboard.press(console, "[data-wish=available]");
        assertThat(console.locator("#own-status")).containsText("Available");

        Page site = person().newPage();
        site.navigate(server.url() + "/");
        assertThat(site.locator("madoguchi-call [part=status]")).hasText("0 waiting · no wait · 1 operator");
        Keyboard.press(site, "[part=button]");
        Keyboard.tabTo(site, "[part=start]");
        Page caller = site.waitForPopup(() -> site.keyboard().press("Enter"));
        assertThat(caller.locator("#turn")).isVisible();
        assertThat(site.locator("madoguchi-call [part=title]")).hasText("It is your turn");
        Keyboard.press(caller, "#rehearse");
        assertThat(caller.locator("#join")).isVisible();
        Keyboard.press(caller, "#join");

        assertThat(console.locator("#call")).hasAttribute("data-phase", "ringing");
        Keyboard.press(console, "#answer");
        assertThat(caller.locator("#state")).hasText("You are talking");
        Media.hears(caller);
        Media.hears(console);
        Keyboard.press(caller, "#share");
        Media.seesFrames(console);
        Keyboard.press(caller, "#mute");
        assertThat(caller.locator("#mute")).hasText("Unmute");

        Keyboard.press(caller, "#hang-up");
        assertThat(caller.locator("#over-title")).hasText("Thank you for calling");
        Keyboard.press(caller, "[data-helped=yes]");
        assertThat(caller.locator("#thanks")).isVisible();
        Keyboard.press(console, "[data-outcome=solved]");
        assertThat(console.locator("[data-figure=served] dd")).hasText("1");
    }
}
