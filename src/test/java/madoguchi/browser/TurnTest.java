package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.regex.Pattern;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The caller's turn: how it is told, how long it lasts, and what comes of letting it pass. */
class TurnTest {

    /** The seconds that the page shows as left. */
    private static final String LEFT = "() => document.getElementById('countdown').textContent.match(/\\d+/g)"
            + ".reduce((minutes, seconds) => 60 * minutes + Number(seconds), 0)";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Room.desk()).with("MADOGUCHI_STREAM_HEARTBEAT", "1s");

    private Caller available() {
        Caller operator = server.operator();
        operator.put("/api/v1/operator/status", new JsonObject().put("status", "available"));
        return operator;
    }

    private Room called(Page page) {
        Room room = Room.waiting(page, server.url());
        room.rehearse();
        available();
        room.shows("turn");
        return room;
    }

    @Test
    void turn_isToldByTitleIconAndAlert() {
        Room room = called(BROWSER.page("en"));

        assertThat(room.one("#alert")).hasText("It is your turn");
        assertThat(room.one("#icon")).hasAttribute("href", "/shared/icon-turn.svg");
        assertThat(room.page()).hasTitle(Pattern.compile("0:\\d\\d · It is your turn"));
        assertThat(room.one("#join")).hasAttribute("href", Pattern.compile("/call/helpdesk.*"));
    }

    @Test
    void turn_rings() {
        Page page = BROWSER.page("en");
        page.addInitScript("window.tones = 0; const start = OscillatorNode.prototype.start;"
                + " OscillatorNode.prototype.start = function (at) { window.tones++; return start.call(this, at); };");

        called(page);

        page.waitForFunction("() => window.tones >= 20"); // two notes every four seconds, all laid down at once
    }

    @Test
    void turn_shakesAPhone() {
        Page page = BROWSER.page("en");
        page.addInitScript("navigator.vibrate = (pattern) => { window.shaken = pattern.length; };");

        called(page);

        page.waitForFunction("() => window.shaken === 3");
    }

    @Test
    void turn_notifiesWhereThatIsAllowed() {
        Page page = BROWSER.page("en");
        page.addInitScript("window.notes = []; window.Notification = class {"
                + " static permission = 'granted'; constructor(title) { window.notes.push(title); } close() {} };");

        called(page);

        page.waitForFunction("() => window.notes.join() === 'It is your turn'");
    }

    @Test
    void turn_doesNotTakeTheFocusFromElsewhere() {
        Page page = BROWSER.page("en");
        Room room = Room.waiting(page, server.url());
        room.rehearse();
        room.one("[data-lang=en]").focus();

        available();
        room.shows("turn");

        assertThat(room.one("[data-lang=en]")).isFocused();
    }

    @Test
    void turnWithoutRehearsal_asksForItBeforeJoining() {
        Room room = Room.waiting(BROWSER.page("en"), server.url());
        available();
        room.shows("turn");
        assertThat(room.one("#join")).isHidden();

        room.press("rehearse");

        assertThat(room.one("#join")).isVisible();
    }

    @Test
    void moreTime_beginsTheWindowAnew() {
        Room room = called(BROWSER.page("en"));
        room.page().waitForFunction(LEFT + " <= 52");

        room.press("more-time");

        room.page().waitForFunction(LEFT + " > 52");
    }

    @Test
    void countdown_isTheServersInATabWhoseTimersStandStill() {
        Page page = BROWSER.page("en");
        page.clock().install();
        Room room = called(page);

        page.clock().pauseAt(Instant.now().plusSeconds(10).toEpochMilli());

        for (int heartbeat = 0; heartbeat < 3; heartbeat++) {
            String shown = room.one("#countdown").textContent();
            assertThat(room.one("#countdown")).not().hasText(shown);
        }
    }

    @Test
    void countdown_isTheServersWhereTheComputersClockIsWrong() {
        Page page = BROWSER.page("en");
        page.clock().setFixedTime(Instant.now().minusSeconds(3600).toEpochMilli());
        Room room = Room.waiting(page, server.url());
        available();
        room.shows("turn");

        assertThat(room.one("#countdown")).hasText(Pattern.compile("(0:[1-5]\\d|1:00) left"));
    }
}
