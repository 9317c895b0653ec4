package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A computer's clock may be days wrong; what counts is the server's. */
class WrongClockTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer()
            .withFile(Room.desk())
            .at(Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.ofDays(-3)));

    @Test
    void callerWhoseClockIsThreeDaysAhead_isCalledAndJoins() {
        Room room = Room.waiting(BROWSER.page("en"), server.url());
        room.rehearse();
        server.operator().put("/api/v1/operator/status", new JsonObject().put("status", "available"));
        room.shows("turn");

        room.press("join");

        assertThat(room.one("#state")).hasText("Calling the operator…");
    }
}
