package madoguchi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import madoguchi.http.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bad days of routing and REST that are turned on, at a time that stands still. */
class SimulatedSwitchesTest {

    private static final String AGENTS = "/v2/contact_center/queues/ccq-ja/agents";

    @RegisterExtension
    final ZoomSimulator zoom = ZoomSimulator.still();

    @RegisterExtension
    final Receiver receiver = new Receiver(zoom);

    private Caller app() {
        return RegisteredApp.withToken(zoom);
    }

    private String waiting() {
        return zoom.call("entry-ja", "8F3K2MA");
    }

    private String talking() {
        zoom.ready("sato");
        String engagement = waiting();
        zoom.answer("sato");
        return engagement;
    }

    @Test
    void waitTooLong_isPutOut() {
        zoom.turn(Switch.MAX_WAIT, 60_000);
        String engagement = waiting();

        zoom.advance(Duration.ofSeconds(59));
        assertThat(zoom.stateOf(engagement)).isEqualTo("pending");
        zoom.advance(Duration.ofSeconds(1));

        assertThat(zoom.stateOf(engagement)).isEqualTo("canceled");
        zoom.settle();
        assertThat(receiver.events()).contains("task_canceled", "engagement_ended");
    }

    @Test
    void waitTooLong_whereItOverflowsIntoTheOtherQueue_isAnsweredThere() {
        zoom.turn(Switch.MAX_WAIT, 60_000).turn(Switch.OVERFLOW, "queue");
        zoom.ready("smith");
        String engagement = waiting();

        zoom.advance(Duration.ofSeconds(60));
        zoom.answer("smith");

        assertThat(zoom.stateOf(engagement)).isEqualTo("assigned");
        zoom.settle();
        assertThat(receiver.events())
                .containsSubsequence("task_entered_queue", "task_exited_queue", "task_entered_queue");
    }

    @Test
    void fullQueue_putsOutWhoIsOneTooMany() {
        zoom.turn(Switch.MAX_IN_QUEUE, 1);
        String first = waiting();
        String second = waiting();

        assertThat(zoom.stateOf(first)).isEqualTo("pending");
        assertThat(zoom.stateOf(second)).isEqualTo("canceled");
    }

    @Test
    void agentWhoDoesNotAnswer_isRungAgain_whereNotForced() {
        zoom.turn(Switch.RING_FORCES, false);
        zoom.ready("sato");
        String engagement = waiting();

        zoom.advance(Duration.ofSeconds(20));
        zoom.answer("sato");

        assertThat(zoom.stateOf(engagement)).isEqualTo("assigned");
    }

    @Test
    void wrapUp_endsByItself() {
        zoom.turn(Switch.WRAP_UP, 10_000);
        String engagement = talking();
        zoom.hangUp("sato");

        zoom.advance(Duration.ofSeconds(10));

        assertThat(zoom.stateOf(engagement)).isEqualTo("completed");
    }

    @Test
    void callerWhoDropsOut_losesTheCallAfterTheTimeSet() {
        zoom.turn(Switch.REJOIN, 5_000);
        String engagement = talking();
        zoom.callerDrops(engagement);

        zoom.advance(Duration.ofSeconds(5));

        assertThat(zoom.stateOf(engagement)).isEqualTo("wrapping");
    }

    @Test
    void eventOfOneName_isLost() {
        zoom.turn(Switch.WEBHOOK_LOST, "engagement_user_answered");
        talking();
        zoom.settle();

        assertThat(receiver.events())
                .contains("engagement_consumer_answered")
                .doesNotContain("engagement_user_answered");
    }

    @Test
    void events_comeLate() {
        zoom.turn(Switch.WEBHOOK_DELAY, 60_000);
        zoom.ready("sato");
        zoom.settle();
        assertThat(receiver.events()).isEmpty();

        zoom.advance(Duration.ofSeconds(60));
        zoom.settle();

        assertThat(receiver.events()).containsExactly("user_status_changed");
    }

    @Test
    void restConnection_isCut() {
        Caller app = app();
        zoom.turn(Switch.API_CUT, true);

        assertThatThrownBy(() -> app.get(AGENTS)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void limitOfASecond_maySayRetryAfterToo() {
        zoom.turn(Switch.RATE_PER_SECOND, 0).turn(Switch.RETRY_IN_SECONDS, true);

        Caller.Answer refused = app().get(AGENTS);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void firstPage_comesAgainAndAgain() {
        zoom.turn(Switch.PAGE_REPEATS, true);
        Caller app = app();
        JsonObject first = app.get(AGENTS).json();

        JsonObject second = app.get(AGENTS + "?next_page_token=" + first.getString("next_page_token"))
                .json();

        assertThat(second.getJsonArray("agents")).isEqualTo(first.getJsonArray("agents"));
        assertThat(second.getString("next_page_token")).isNotEmpty();
    }

    @Test
    void record_isEmptyAtFirst() {
        zoom.turn(Switch.RECORD_AFTER, 0).turn(Switch.RECORD_EMPTY_FIRST, true);
        String engagement = talking();
        zoom.hangUp("sato");
        Caller app = app();

        assertThat(app.get("/v2/contact_center/engagements/" + engagement).json())
                .isEmpty();
        assertThat(app.get("/v2/contact_center/engagements/" + engagement).json())
                .isNotEmpty();
    }
}
