package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts the command for a laptop and does what it says comes through to the end of a call. */
class LaptopTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser().with("--use-fake-ui-for-media-stream");

    @TempDir
    Path data;

    private static String address(ServerProcess laptop, String what) {
        laptop.awaitLog(what);
        Matcher line = Pattern.compile(Pattern.quote(what) + " +(http\\S+)").matcher(String.join("\n", laptop.log()));
        if (!line.find()) {
            throw new AssertionError(laptop.log());
        }
        return line.group(1);
    }

    private static void press(Page agents, String agent, String what) {
        agents.locator("section")
                .filter(new Locator.FilterOptions().setHasText(agent))
                .locator("button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + what)))
                .click();
    }

    @Test
    void printedSteps_leadThroughAWholeCall() {
        List<String> command = List.of("-cp", System.getProperty("java.class.path"), "madoguchi.simulator.Laptop", "0");
        try (ServerProcess laptop =
                ServerProcess.java(Path.of(System.getProperty("java.home")), data, Map.of(), command)) {
            Page agents = BROWSER.page("en");
            agents.navigate(address(laptop, "Zoom's agents"));
            Console console = Console.signIn(BROWSER.page("en"), address(laptop, "operators' console"));

            press(agents, "Suzuki", "ready");
            assertThat(console.figure("available")).hasText("1");
            BrowserContext person = BROWSER.person("en");
            person.grantPermissions(List.of("microphone"));
            Widget widget = Widget.on(person, address(laptop, "support page"));
            Room room = Room.in(widget.enter());
            room.rehearse();
            room.press("join");
            assertThat(room.one("#zoom-state")).hasText("Waiting for an agent");
            press(agents, "Suzuki", "answer");
            assertThat(room.one("#state")).hasText("You are talking");
            assertThat(console.figure("on-call")).hasText("1");
            press(agents, "Suzuki", "hangup");
            assertThat(room.one("#over-title")).hasText("Thank you for calling");
            press(agents, "Suzuki", "wrapup-done: Solved");
            assertThat(console.figure("served")).hasText("1");
        }
    }
}
