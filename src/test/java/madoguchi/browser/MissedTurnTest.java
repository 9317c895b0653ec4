package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.vertx.core.json.JsonObject;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A turn that is let pass, at a desk whose join window is short. */
class MissedTurnTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server =
            new MadoguchiServer().withFile(Room.desk("joinWindow: 4s", "joinWarning: 3s", "calling: manual"));

    @Test
    void missedTurn_isWarnedOfAndExplained() {
        Room room = Room.waiting(BROWSER.page("en"), server.url());
        var operator = server.operator();
        operator.put("/api/v1/operator/status", new JsonObject().put("status", "available"));
        operator.post("/api/v1/operator/next", new JsonObject());
        room.shows("turn");
        assertThat(room.one("#alert")).hasText("3 seconds left to join.");

        assertThat(room.one("#line-note")).containsText("You did not join in time");

        operator.post("/api/v1/operator/next", new JsonObject());
        room.shows("turn");
        assertThat(room.one("#over-title")).hasText("We could not reach you");
    }
}
