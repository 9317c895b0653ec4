package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Draws the README's pictures anew, of the demo as it starts bare; no test, hence its name. On a computer with Japanese fonts:
 * {@code mvn -q test -Dtest=ReadmePictures}
 */
class ReadmePictures {

    private static final Path FOLDER = Path.of("src", "docs");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer();

    private static Page page(String language, int width, int height) {
        BrowserContext person = BROWSER.person(new NewContextOptions()
                .setLocale(language)
                .setDeviceScaleFactor(1.5)
                .setViewportSize(width, height));
        person.grantPermissions(List.of("microphone"));
        return person.newPage();
    }

    private static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)));
    }

    private String invitation(String name) {
        return server.server()
                .invite(name)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private Caller operator(String name, String status) {
        Caller operator = server.signIn(invitation(name));
        operator.put("/api/v1/operator/status", new JsonObject().put("status", status));
        return operator;
    }

    private WireCaller caller(String language, String topic, String microphone) {
        JsonObject wish = new JsonObject().put("language", language).put("topic", topic);
        return WireCaller.join(server, wish).microphone(microphone);
    }

    /** Somebody who is called at once, and answered. */
    private void talk(Caller operator, String topic) {
        WireCaller caller = caller("ja", topic, "passed");
        caller.handOff();
        operator.post("/api/v1/operator/calls/" + caller.id() + "/answer");
    }

    @BeforeEach
    void busyDesk() {
        talk(operator("田中 一郎", "available"), "network");
        talk(operator("Maria Lopez", "available"), "account");
        operator("佐藤 健", "break");
    }

    @Test
    void widget() {
        caller("ja", "account", "passed");
        caller("en", "network", "passed");
        Page page = page("en", 1200, 760);
        page.navigate(server.url() + "/");
        page.locator("[part=button]").click();
        assertThat(page.locator("madoguchi-call [part=panel]")).containsText("2 waiting");
        take(page, "widget.png");
    }

    @Test
    void room() {
        caller("ja", "account", "passed");
        caller("en", "network", "passed");
        Room room = Room.waiting(page("ja", 1100, 600), server.url());
        assertThat(room.one("#position")).hasText("3");
        room.rehearse();
        take(room.page(), "room.png");
    }

    @Test
    void console() {
        Console console = Console.signIn(page("en", 1440, 960), invitation("山田 花子"));
        console.become("available");
        Room room = Room.waiting(page("ja", 1100, 600), server.url());
        room.rehearse();
        console.inPhase("calling");
        room.press("join");
        console.inPhase("ringing");
        console.press("#answer");
        caller("ja", "account", "passed");
        caller("en", "network", "denied");
        caller("ja", "network", "passed");
        caller("ja", "other", "passed");
        caller("en", "account", "passed");
        assertThat(console.one("#line-rows tr")).hasCount(5);
        assertThat(console.one("#call-lead")).containsText("the line is good");
        console.page().mouse().move(700, 800);
        take(console.page(), "console.png");
    }
}
