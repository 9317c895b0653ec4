package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The counter from the operator's side: signing in, the line, the call and its outcomes. */
class ConsoleTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Console.desk());

    private Console signIn() {
        return Console.signIn(BROWSER.page("en"), server.link());
    }

    private Console available() {
        Console console = signIn();
        console.become("available");
        return console;
    }

    @Test
    void link_signsInOnce_andStaysNowhere() {
        String link = server.link();
        List<String> requested = new ArrayList<>();
        var page = BROWSER.page("en");
        page.onRequest(request -> requested.add(request.url()));

        Console first = Console.signIn(page, link);
        Console second = Console.open(BROWSER.page("en"), link);

        assertThat(second.one("#signed-out-text")).containsText("used already");
        assertThat(page).hasURL(Pattern.compile("/console/\\?lang=en$"));
        assertThat(requested).noneMatch(url -> url.contains("invitation"));
        assertThat(page.evaluate("() => JSON.stringify([localStorage, sessionStorage, document.cookie])"))
                .asString()
                .doesNotContain("eyJ");
        first.page().reload();
        assertThat(first.one("#own")).isVisible();
    }

    @Test
    void withoutALink_thePageSaysHowToSignIn() {
        Console console = Console.open(BROWSER.page("ja"), server.url() + "/console/");

        assertThat(console.one("#signed-out-title")).hasText("サインアウトしています");
        assertThat(console.one("#signed-out")).containsText("リンクを開いてください");
        assertThat(console.one("#console")).isHidden();
    }

    @Test
    void signOut_endsTheSessionAndSaysSo() {
        Console console = available();

        console.press("#sign-out");

        assertThat(console.one("#signed-out-title")).hasText("You are signed out");
        console.page().reload();
        assertThat(console.one("#signed-out")).isVisible();
        assertThat(server.caller().get("/api/v1/desks/helpdesk").json().getJsonObject("operators"))
                .isEqualTo(new JsonObject().put("available", 0).put("busy", 0));
    }

    @Test
    void sessionEndedElsewhere_isSaidPlainly() {
        Console console = signIn();

        console.page().evaluate("() => fetch('/api/v1/operator/session', { method: 'DELETE' })");

        assertThat(console.one("#signed-out")).isVisible();
        assertThat(console.one("#signed-out-text")).hasText("Your session has ended.");
    }

    @Test
    void line_showsWhatTheOperatorNeedsToKnow() {
        Console console = signIn();
        WireCaller first =
                WireCaller.join(server, new JsonObject().put("language", "en").put("topic", "network"));
        WireCaller second = WireCaller.ready(server, "ja");
        second.caller().put("/api/v1/ticket/presence", new JsonObject().put("presence", "stepped-away"));

        assertThat(console.row(first).locator("td, th")).hasText(new String[] {
            "1", first.reference(), "English", "Network", "< 1 min", "Mic not checked", "Here", "Call"
        });
        assertThat(console.row(second).locator("td, th")).hasText(new String[] {
            "2", second.reference(), "Japanese", "Not given", "< 1 min", "Mic ready", "Stepped away", "Call"
        });
        first.microphone("denied");
        assertThat(console.row(first)).containsText("Mic trouble");
        first.leave();
        assertThat(console.row(first)).hasCount(0);
    }

    @Test
    void next_callsTheFirstReadyCaller() {
        Console console = available();
        WireCaller unready = WireCaller.join(server, "ja");
        WireCaller ready = WireCaller.ready(server, "ja");
        assertThat(console.row(ready)).isVisible();

        console.press("#next");

        assertThat(console.one("#call-title")).hasText("Calling " + ready.reference());
        assertThat(ready.state()).isEqualTo("called");
        assertThat(unready.state()).isEqualTo("waiting");
    }

    @Test
    void next_withNobodyWaiting_saysSo() {
        Console console = available();

        console.press("#next");

        assertThat(console.one("#problem")).hasText("Nobody is waiting whom you could call now.");
    }

    @Test
    void pickedCaller_isCalled_andPutBackToTheFront() {
        Console console = available();
        WireCaller first = WireCaller.ready(server, "ja");
        WireCaller second = WireCaller.ready(server, "ja");

        console.row(second).locator("button").click();
        console.inPhase("calling");
        assertThat(second.state()).isEqualTo("called");

        console.press("#put-back");
        assertThat(console.one("#call")).isHidden();
        assertThat(console.row(second).locator("td").first()).hasText("1");
        assertThat(console.row(first).locator("td").first()).hasText("2");
    }

    @Test
    void ringing_isAnsweredByAPress_andToldInTheTitle() {
        Console console = available();
        WireCaller caller = WireCaller.join(
                        server, new JsonObject().put("language", "ja").put("about", "The printer\nsmells of smoke"))
                .microphone("passed");
        console.row(caller).locator("button").click();
        console.inPhase("calling");
        caller.handOff();

        console.inPhase("ringing");
        assertThat(console.page()).hasTitle("Ringing · " + caller.reference());
        assertThat(console.one("#alert")).hasText(caller.reference() + " is on the line");
        assertThat(console.one("#call-lead")).containsText(Pattern.compile("within \\d+:\\d\\d"));
        assertThat(console.one("#about")).containsText("smells of smoke");
        console.press("#answer");

        console.inPhase("talking");
        assertThat(caller.state()).isEqualTo("in-call");
        assertThat(console.one("#alert")).hasText("");
    }

    @Test
    void everyOutcome_isNamedByOnePress() {
        Console console = available();
        for (String outcome : List.of("solved", "follow-up", "referred", "dropped")) {
            WireCaller caller = WireCaller.ready(server, "en");
            console.talkTo(caller);
            console.end(outcome);
            assertThat(caller.look().getString("outcome")).isEqualTo(outcome);
            console.become("available");
            assertThat(console.one("#next")).isEnabled();
        }
    }

    @Test
    void callerWhoHangsUp_leavesTheOutcomeOwed() {
        Console console = available();
        WireCaller caller = WireCaller.ready(server, "ja");
        console.talkTo(caller);

        caller.hangUp();

        console.inPhase("owed");
        assertThat(console.one("#call-title")).hasText(caller.reference() + " has hung up");
        assertThat(console.one("#call-title")).isFocused();
        console.press("[data-outcome=solved]");
        assertThat(console.one("#call")).isHidden();
        assertThat(console.one("#own-status")).containsText("Wrapping up");
        assertThat(caller.look().getString("outcome")).isEqualTo("solved");
    }

    @Test
    void wishDuringACall_isShown_andTakesEffectAfterIt() {
        Console console = available();
        console.talkTo(WireCaller.ready(server, "ja"));

        console.become("break");
        assertThat(console.one("#own-next")).hasText("After this call: On a break");
        assertThat(console.one("#own-status")).containsText("On a call");

        console.end("solved");
        assertThat(console.one("#own-status")).containsText("On a break");
        assertThat(console.one("#own-next")).hasText("Choose Available to take calls.");
        console.become("available");
        assertThat(console.one("#own-next")).isHidden();
    }

    @Test
    void failedPress_isExplainedInTheLanguageNowSpoken() {
        Console console = available();
        console.page().context().setOffline(true);
        console.press("#next");
        assertThat(console.one("#problem")).hasText("No connection. Please try again.");

        console.press("[data-lang=ja]");

        assertThat(console.one("#problem")).hasText("接続できません。もう一度お試しください。");
        assertThat(console.one("#live")).isHidden();
    }

    @Test
    void reloadDuringACall_offersToGoOn() {
        Console console = available();
        console.talkTo(WireCaller.ready(server, "ja"));

        console.page().reload();

        console.inPhase("apart");
        assertThat(console.one("#call-lead")).containsText("not in this window");
        console.press("#answer");
        console.inPhase("talking");
    }

    @Test
    void lostConnection_isSaid_andMendedByItself() {
        Console console = signIn();

        console.page().context().setOffline(true);
        assertThat(console.one("#connection")).containsText("No connection. What you see is as of");
        assertThat(console.one("#live")).isEmpty();

        console.page().context().setOffline(false);
        WireCaller caller = WireCaller.join(server, "ja");
        assertThat(console.row(caller)).isVisible();
        assertThat(console.one("#connection")).isHidden();
    }

    @Test
    void arrival_soundsAndIsSaid_unlessSoundsAreOff() {
        var page = BROWSER.page("en");
        page.addInitScript("window.tones = 0; const start = OscillatorNode.prototype.start;"
                + " OscillatorNode.prototype.start = function (at) { window.tones++; return start.call(this, at); };");
        Console console = Console.signIn(page, server.link());
        console.become("available");

        WireCaller first = WireCaller.join(server, "ja");
        assertThat(console.row(first)).isVisible();
        page.waitForFunction("() => window.tones === 2");
        assertThat(console.one("#status")).containsText("1 waiting");

        console.press("#sound");
        assertThat(console.row(WireCaller.join(server, "ja"))).isVisible();
        assertThat(page.evaluate("window.tones")).isEqualTo(2);
    }

    @Test
    void withoutAMicrophone_nobodyBecomesAvailable() {
        var person = BROWSER.person("en");
        Console console = Console.signIn(person.newPage(), server.link());

        console.press("[data-wish=available]");

        assertThat(console.one("#problem")).containsText("gave no microphone");
        assertThat(console.one("#own-status")).hasText("Offline");
    }
}
