package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the widget says of every picture a desk can give, and that everybody can read it. */
class WidgetStatesTest {

    private record State(String english, String japanese, JsonObject change) {}

    private static final State OPEN =
            new State("2 waiting · about 4–9 min · 3 operators", "待ち2人・約4〜9分・対応中3名", new JsonObject());
    private static final List<State> STATES = List.of(
            OPEN,
            new State(
                    "2 waiting · Unlikely today · 3 operators",
                    "待ち2人・本日はつながらない見込みです・対応中3名",
                    new JsonObject().put("notToday", new JsonArray().add("ja").add("en"))),
            new State("Paused for now", "受付休止中", new JsonObject().put("state", "paused")),
            new State("The line is full", "満員です", new JsonObject().put("state", "full")),
            new State(
                    "Closed · opens Wed, Nov 25, 8:25 AM",
                    "受付時間外・次の受付 11月25日(水) 8:25",
                    new JsonObject().put("state", "closed").put("opens", "2026-11-25T08:25:00+09:00")),
            new State("wait unknown", "待ち時間不明", new JsonObject().put("state", "unknown")));

    /** These differ from an open desk in the words of the wait alone. */
    private static final List<State> WAITS = List.of(
            new State("2 waiting · no wait · 3 operators", "待ち2人・すぐにつながります・対応中3名", wait(0, 0)),
            new State("2 waiting · up to 7 min · 3 operators", "待ち2人・7分以内・対応中3名", wait(30, 400)),
            new State("2 waiting · about 5 min · 3 operators", "待ち2人・約5分・対応中3名", wait(300, 300)),
            new State(
                    "2 waiting · wait unknown · 3 operators",
                    "待ち2人・待ち時間不明・対応中3名",
                    new JsonObject().put("wait", new JsonObject().putNull("ja").putNull("en"))));

    @RegisterExtension
    static final HostSite SITE = new HostSite();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(SITE.settings());

    private final List<String> found = new ArrayList<>();

    private static JsonObject wait(int low, int high) {
        JsonObject range = new JsonObject().put("low", low).put("high", high).put("basis", "history");
        return new JsonObject().put("wait", new JsonObject().put("ja", range).put("en", range));
    }

    private JsonObject picture(State state) {
        return server.caller()
                .get("/api/v1/desks/helpdesk")
                .json()
                .copy()
                .put("waiting", 2)
                .put("operators", new JsonObject().put("available", 1).put("busy", 2))
                .mergeIn(wait(240, 540))
                .mergeIn(state.change());
    }

    /** A widget whose desk is in that state. */
    private Widget widget(BrowserContext person, State state, String lang) {
        String body = picture(state).encode();
        person.unrouteAll();
        person.route("**/stream", Route::abort);
        person.route(
                "**/api/v1/desks/helpdesk",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setHeaders(Map.of("Access-Control-Allow-Origin", SITE.origin()))
                        .setBody(body)));
        return Widget.on(person, SITE.withWidget(server.url(), "data-lang=" + lang));
    }

    @Test
    void everyState_isSaidInBothLanguages() {
        BrowserContext person = BROWSER.person("en");
        for (State state : Stream.concat(STATES.stream(), WAITS.stream()).toList()) {
            Widget english = widget(person, state, "en");
            assertThat(english.status()).hasText(state.english());
            english.page().close();
            Widget japanese = widget(person, state, "ja");
            assertThat(japanese.status()).hasText(state.japanese());
            japanese.page().close();
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,NONE,en", "LIGHT,NONE,ja", "DARK,NONE,en", "DARK,NONE,ja", "LIGHT,ACTIVE,en", "LIGHT,ACTIVE,ja"})
    void everyState_isAccessibleAt320Pixels(ColorScheme scheme, ForcedColors forced, String lang) {
        BrowserContext person = BROWSER.person(new NewContextOptions()
                .setViewportSize(320, 640)
                .setColorScheme(scheme)
                .setForcedColors(forced));
        for (State state : STATES) {
            Widget widget = widget(person, state, lang);
            assertThat(widget.status()).hasText(lang.equals("en") ? state.english() : state.japanese());
            lookAt(widget, state.english() + " " + lang + " " + scheme + " " + forced);
        }
        person.unrouteAll();
        lookAt(stale(person, lang), "stale " + lang + " " + scheme + " " + forced);
        lookAt(atItsPlace(person, lang), "place " + lang + " " + scheme + " " + forced);
        assertThat(found).isEmpty();
    }

    /** The button first, then its panel. */
    private void lookAt(Widget widget, String state) {
        found.addAll(Axe.violations(widget.page()));
        Look.picture(widget.page(), "widget " + state);
        widget.button().click();
        found.addAll(Axe.violations(widget.page()));
        Look.picture(widget.page(), "widget panel " + state);
        assertThat(widget.page().evaluate("document.documentElement.scrollWidth <= 320"))
                .isEqualTo(true);
        widget.page().close();
    }

    /** A widget whose desk was last heard of almost a minute ago. */
    private Widget stale(BrowserContext person, String lang) {
        person.clock().install();
        Widget widget = Widget.on(person, SITE.withWidget(server.url(), "data-lang=" + lang));
        assertThat(widget.status()).containsText("0");
        widget.loseTheNetwork(lang.equals("en") ? "as of \\d+ s ago" : "\\d+秒前の情報");
        return widget;
    }

    /** A widget whose room waits in a window of its own. */
    private Widget atItsPlace(BrowserContext person, String lang) {
        person.setOffline(false);
        Widget widget = Widget.on(person, SITE.withWidget(server.url(), "data-lang=" + lang));
        widget.enter();
        assertThat(widget.title()).hasText(lang.equals("en") ? "You are number 1" : "1番目です");
        return widget;
    }
}
