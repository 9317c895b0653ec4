package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a supervisor does besides, at two desks. */
class ConsoleSupervisorTest {

    private static final String SECOND = """
              registrar:
                name: {ja: 教務窓口, en: Registrar}
                topics: {}
            """;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Console.desk() + SECOND);

    private Console signIn() {
        BrowserContext person = BROWSER.person("en");
        person.grantPermissions(List.of("microphone", "clipboard-read", "clipboard-write"));
        return Console.signIn(person.newPage(), server.link());
    }

    private JsonObject desk() {
        return server.caller().get("/api/v1/desks/helpdesk").json();
    }

    @Test
    void intake_isPausedClosedAndOpenedAgain() {
        Console console = signIn();

        console.press("[data-intake=paused]");
        assertThat(console.one("#desk-state")).hasText("Paused");
        assertThat(desk().getString("state")).isEqualTo("paused");

        console.press("[data-intake=closed]");
        assertThat(console.one("#desk-state")).hasText("Closed");
        assertThat(console.one("[data-intake=closed]")).hasAttribute("aria-pressed", "true");
        assertThat(desk().getString("state")).isEqualTo("closed");

        console.press("[data-intake=open]");
        assertThat(console.one("#desk-state")).hasText("Open");
        assertThat(desk().getString("state")).isEqualTo("open");
    }

    @Test
    void notice_isPostedInBothLanguages_andTakenDown() {
        Console console = signIn();

        console.one("textarea[lang=ja]").fill("本日は混み合っています。");
        console.one("textarea[lang=en]").fill("We are busy today.");
        console.press("#notice-post");

        assertThat(console.one("#notice-clear")).isVisible();
        assertThat(desk().getJsonObject("notice"))
                .isEqualTo(new JsonObject().put("ja", "本日は混み合っています。").put("en", "We are busy today."));
        console.press("#notice-clear");
        assertThat(console.one("#notice-clear")).isHidden();
        assertThat(console.one("textarea[lang=en]")).hasValue("");
        assertThat(desk().getJsonObject("notice")).isNull();
    }

    @Test
    void noticeBeingTyped_isNotWrittenOver() {
        Console console = signIn();
        console.one("textarea[lang=en]").fill("Half a sent");

        WireCaller caller = WireCaller.join(server, "ja");
        assertThat(console.row(caller)).isVisible();

        assertThat(console.one("textarea[lang=en]")).hasValue("Half a sent");
    }

    @Test
    void invitation_signsAColleagueIn_withTheRolesAndLanguagesGiven() {
        Console console = signIn();
        console.one("#invite-name").fill("Tanaka Ichiro");
        console.one("[name=language][value=ja]").uncheck();

        console.press("#invite-make");
        assertThat(console.one("#invite-made")).isVisible();
        console.press("#invite-copy");
        assertThat(console.one("#invite-copy")).hasText("Copied");
        String link = (String) console.page().evaluate("() => navigator.clipboard.readText()");

        Console colleague = Console.signIn(BROWSER.page("en"), link);
        assertThat(colleague.one("#operator")).hasText("Tanaka Ichiro");
        assertThat(colleague.one("#supervisor")).isHidden();
        colleague.become("available");
        assertThat(console.one("#colleagues")).containsText("Tanaka Ichiro");
        assertThat(server.caller()
                        .get("/api/v1/desks/helpdesk")
                        .json()
                        .getJsonObject("operators")
                        .getInteger("available"))
                .isOne();
    }

    @Test
    void invitationWithoutALanguage_isNotSent() {
        Console console = signIn();
        console.one("#invite-name").fill("Nobody");
        console.one("[name=language][value=ja]").uncheck();
        console.one("[name=language][value=en]").uncheck();

        console.press("#invite-make");

        assertThat(console.one("#problem")).containsText("at least one role and one language");
        assertThat(console.one("#invite-made")).isHidden();
    }

    @Test
    void supervisorAlone_hasNoStatusAndCallsNobody() {
        Console console = signIn();
        console.one("#invite-name").fill("Sato");
        console.one("[name=role][value=operator]").uncheck();
        console.one("[name=role][value=supervisor]").check();
        console.press("#invite-make");
        assertThat(console.one("#invite-made")).isVisible();

        Console supervisor =
                Console.signIn(BROWSER.page("en"), console.one("#invite-link").inputValue());
        WireCaller caller = WireCaller.ready(server, "ja");

        assertThat(supervisor.one("#supervisor")).isVisible();
        assertThat(supervisor.one("#own")).isHidden();
        assertThat(supervisor.row(caller)).isVisible();
        assertThat(supervisor.row(caller).getByRole(AriaRole.BUTTON)).hasCount(0);
    }

    @Test
    void otherDesk_isChosenInTheHeader() {
        Console console = signIn();
        WireCaller caller = WireCaller.join(server, "ja");
        assertThat(console.row(caller)).isVisible();

        console.one("#desk").selectOption("registrar");

        assertThat(console.one("#desk-name")).hasText("Registrar");
        assertThat(console.one("#line-empty")).isVisible();
        assertThat(console.figure("waiting")).hasText("0");
        console.one("#desk").selectOption("helpdesk");
        assertThat(console.row(caller)).isVisible();
    }
}
