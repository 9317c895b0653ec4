package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A turn that is let pass, at a desk whose join window is short. */
class MissedTurnTest {

    /** Whoever looks on may be too slow to see each alert while it stands. */
    private static final String WATCH = "() => { window.alerted = []; const alert = document.getElementById('alert');"
            + " new MutationObserver(() => alert.textContent && window.alerted.push(alert.textContent))"
            + ".observe(alert, { childList: true, characterData: true, subtree: true }); }";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server =
            new MadoguchiServer().withFile(Room.desk("joinWindow: 6s", "joinWarning: 5s", "calling: manual"));

    @Test
    void missedTurn_isWarnedOfAndExplained() {
        Room room = Room.waiting(BROWSER.page("en"), server.url());
        room.page().evaluate(WATCH);
        var operator = server.operator();
        operator.put("/api/v1/operator/status", new JsonObject().put("status", "available"));
        operator.post("/api/v1/operator/next", new JsonObject());
        assertThat(room.one("#line-note")).containsText("You did not join in time");
        operator.post("/api/v1/operator/next", new JsonObject());
        assertThat(room.one("#over-title")).hasText("We could not reach you");

        String warning = "[1-5] seconds left to join\\.";
        assertThat((String) room.page().evaluate("window.alerted.join()"))
                .matches(".*" + warning + ".*" + warning + ".*");
    }
}
