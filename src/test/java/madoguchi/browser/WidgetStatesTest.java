package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The widget's words for every picture a desk can give. The pictures are made up, so that each figure is known to the minute;
 * how the states of a real desk look is {@link WidgetAccessTest}'s.
 */
class WidgetStatesTest {

    private record State(String english, String japanese, JsonObject change) {}

    private static final List<State> STATES = List.of(
            new State("2 waiting · about 4–9 min · 3 operators", "待ち2人・約4〜9分・対応中3名", new JsonObject()),
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
            new State("wait unknown", "待ち時間不明", new JsonObject().put("state", "unknown")),
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
        for (State state : STATES) {
            Widget english = widget(person, state, "en");
            assertThat(english.status()).hasText(state.english());
            english.page().close();
            Widget japanese = widget(person, state, "ja");
            assertThat(japanese.status()).hasText(state.japanese());
            japanese.page().close();
        }
    }
}
