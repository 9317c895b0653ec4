package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A call between two browsers: a window is shared, and a picture of it taken with the caller's consent alone. */
class ConsoleScreenshotTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser().with("--use-fake-ui-for-media-stream");

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Console.desk());

    private Console console;
    private Page caller;

    @BeforeEach
    void shareAWindow() {
        console = Console.signIn(BROWSER.page("en"), server.link());
        console.become("available");
        caller = BROWSER.page("en");
        caller.navigate(server.url() + "/room/helpdesk");
        caller.locator("#start-button").click();
        caller.locator("#rehearse").click();
        console.one("#line-rows button").click();
        caller.locator("#join").click();
        console.inPhase("ringing");
        console.press("#answer");
        assertThat(console.one("#call-lead")).containsText("Connected");
        caller.locator("#share").click();
        assertThat(console.one("#video")).isVisible();
        console.page().waitForFunction("() => document.querySelector('#video').videoWidth > 0");
    }

    @Test
    void picture_isTakenAfterConsent_once_andGoesToTheDiskAlone() throws IOException {
        List<String> sent = new ArrayList<>();
        console.page().onRequest(request -> sent.add(request.method() + " " + request.url()));
        assertThat(console.one("#save-picture")).isDisabled();

        console.press("#ask-consent");
        assertThat(console.one("#screenshot-state")).hasText("Waiting for the caller’s answer.");
        assertThat(console.one("#save-picture")).isDisabled();
        caller.locator("#consent [value=grant]").click();
        assertThat(console.one("#save-picture")).isEnabled();
        sent.clear();
        Download download = console.page().waitForDownload(() -> console.press("#save-picture"));

        BufferedImage image = ImageIO.read(download.path().toFile());
        assertThat(image.getWidth()).isGreaterThan(100);
        assertThat(colours(image)).as("a picture, not a blank").isGreaterThan(1);
        assertThat(download.suggestedFilename()).endsWith(".png");
        assertThat(sent)
                .filteredOn(request -> !request.contains("/signals")) // the connection may go on looking for ways
                .noneMatch(request -> request.startsWith("POST") || request.startsWith("PUT"));
        assertThat(console.one("#save-picture")).isDisabled();
        console.page().reload();
        assertThat(console.one("#call")).isVisible();
        console.press("#answer");
        assertThat(console.one("#save-picture")).isDisabled();
    }

    @Test
    void refusal_leavesThePictureUntaken_andTheCallGoesOn() {
        console.press("#ask-consent");
        caller.locator("#consent [value=refuse]").click();

        assertThat(console.one("#screenshot-state")).hasText("The caller does not agree.");
        assertThat(console.one("#save-picture")).isDisabled();
        console.inPhase("talking");
        assertThat(console.one("#ask-consent")).isEnabled();
    }

    private static long colours(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).distinct().count();
    }
}
