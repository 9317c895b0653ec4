package madoguchi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of the simulated routing and webhooks, at a time that stands still. */
class SimulatedRoutingTest {

    @RegisterExtension
    final ZoomSimulator zoom = ZoomSimulator.still();

    @RegisterExtension
    final Receiver receiver = new Receiver(zoom);

    @Test
    void callAnsweredAndEnded_isToldInOrder() {
        zoom.ready("sato");
        zoom.call("entry-ja", "8F3K2MA");
        zoom.answer("sato");
        zoom.hangUp("sato");
        zoom.wrapUpDone("sato", "Solved");
        zoom.settle();

        assertThat(receiver.events())
                .containsExactly(
                        "user_status_changed",
                        "engagement_started",
                        "task_created",
                        "task_entered_queue",
                        "task_reservation_created",
                        "user_status_changed",
                        "task_reservation_accepted",
                        "task_exited_queue",
                        "engagement_user_answered",
                        "engagement_consumer_answered",
                        "engagement_user_ended",
                        "engagement_ended",
                        "engagement_wrap_up_started",
                        "user_status_changed",
                        "engagement_disposition_added",
                        "engagement_wrap_up_ended",
                        "task_completed",
                        "user_status_changed");
        assertThat(receiver.posts).allMatch(post -> post.signedWith(Account.WEBHOOK_SECRET));
    }

    @Test
    void callerWhoGivesUp_isNeverToldAsAnswered() {
        String engagement = zoom.call("entry-ja", "8F3K2MA");
        zoom.callerEnds(engagement);
        zoom.settle();

        assertThat(receiver.events())
                .contains("task_canceled", "engagement_consumer_ended", "engagement_ended")
                .doesNotContain("engagement_user_answered");
        assertThat(zoom.stateOf(engagement)).isEqualTo("canceled");
    }

    @Test
    void agentWhoDoesNotAnswer_isMadeNotReady_andTheNextOneRings() {
        zoom.ready("suzuki");
        zoom.advance(Duration.ofSeconds(1));
        zoom.ready("sato");
        String engagement = zoom.call("entry-ja", "8F3K2MA");

        zoom.advance(Duration.ofSeconds(20));
        zoom.answer("sato");
        zoom.settle();

        assertThat(receiver.events()).contains("task_reservation_timeout");
        assertThat(zoom.stateOf(engagement)).isEqualTo("assigned");
    }

    @Test
    void agentOptedOut_isNotRung() {
        zoom.ready("sato");
        zoom.opt("sato", "ccq-ja", false);

        String engagement = zoom.call("entry-ja", "8F3K2MA");

        assertThat(zoom.stateOf(engagement)).isEqualTo("pending");
    }

    @Test
    void callerWhoDropsOut_keepsTheEngagementForAWhile() {
        zoom.ready("sato");
        String engagement = zoom.call("entry-ja", "8F3K2MA");
        zoom.answer("sato");

        zoom.callerDrops(engagement);
        zoom.advance(Duration.ofSeconds(119));
        String kept = zoom.stateOf(engagement);
        zoom.advance(Duration.ofSeconds(1));

        assertThat(kept).isEqualTo("assigned");
        assertThat(zoom.stateOf(engagement)).isEqualTo("wrapping");
    }

    @Test
    void eventRefused_isSentAgainAfterFiveMinutes_withTheSameBody() {
        receiver.status = 503;
        zoom.ready("sato");
        zoom.settle();
        receiver.status = 200;

        zoom.advance(Duration.ofMinutes(5));
        zoom.settle();

        assertThat(zoom.deliveries()).extracting(Delivery::status).containsExactly(503, 200);
        assertThat(receiver.posts.get(1).body()).isEqualTo(receiver.posts.get(0).body());
    }

    @Test
    void receiver_isAskedAgainAfterThreeDays() {
        assertThat(zoom.validate()).isTrue();

        zoom.advance(Duration.ofDays(3));
        zoom.settle();
        assertThat(zoom.validate()).isTrue();

        assertThat(receiver.events()).hasSizeGreaterThan(2).containsOnly("endpoint.url_validation");
    }

    @Test
    void receiverWithAnotherSecret_isRefused() {
        receiver.secret = "another";

        assertThat(zoom.validate()).isFalse();
    }

    @Test
    void shuffledEvents_comeAllTheSame() {
        zoom.turn(Switch.WEBHOOK_SHUFFLE, 100).turn(Switch.WEBHOOK_TWICE, true);
        zoom.ready("sato");
        zoom.call("entry-ja", "8F3K2MA");
        zoom.answer("sato");
        zoom.settle();

        assertThat(receiver.events())
                .hasSize(20)
                .isNotEqualTo(receiver.events().stream().sorted().toList());
        assertThat(receiver.events().stream().distinct()).hasSize(9);
    }

    @Test
    void forgedEvents_carryNoGoodSignature() {
        zoom.turn(Switch.WEBHOOK_FORGED, true);
        zoom.ready("sato");
        zoom.settle();

        assertThat(receiver.posts.get(0).signedWith(Account.WEBHOOK_SECRET)).isFalse();
    }

    @Test
    void bareEvents_carryNoNames() {
        zoom.turn(Switch.WEBHOOK_BARE, true);
        zoom.ready("sato");
        zoom.settle();

        assertThat(receiver.posts.get(0).body()).contains("user-sato").doesNotContain("Sato", "@");
    }
}
