package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is known of engagements, and for how long. */
class EngagementsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final Engagements engagements = new Engagements();

    private Engagement take(String name, String engagement) {
        return engagements
                .take(new ZoomEvent(name, NOW, "user", engagement, null, null), NOW)
                .orElseThrow();
    }

    @Test
    void caller_whoGivesUp_isNoticedWithoutAnEventForIt() {
        assertThat(take("engagement_started", "e").over()).isFalse();
        assertThat(take("task_canceled", "e").over()).isFalse();
        Engagement left = take("engagement_consumer_ended", "e");
        assertThat(left.over()).isTrue();
        assertThat(left.answered()).isNull();
    }

    @Test
    void engagement_thatIsHandedOn_belongsToTheLastWhoAnswered() {
        take("engagement_user_answered", "e");
        ZoomEvent handedOn =
                new ZoomEvent("engagement_transfer_accepted", NOW.plusSeconds(9), "other", "e", null, null);
        engagements.take(handedOn, NOW);
        take("engagement_user_answered", "e");
        assertThat(engagements.get("e").answered()).isEqualTo(new News<>("other", NOW.plusSeconds(9)));
        assertThat(engagements.get("e").since()).isEqualTo(NOW);
    }

    @Test
    void engagements_longUnheardOf_areForgotten() {
        take("engagement_started", "old");
        Instant later = NOW.plus(Duration.ofHours(4));
        engagements.take(new ZoomEvent("engagement_started", later, null, "new", null, null), later);
        assertThat(engagements.all()).containsOnlyKeys("new");
    }

    @Test
    void engagements_areBounded() {
        for (int i = 0; i < 20_000; i++) {
            take("engagement_started", "e" + i);
        }
        assertThat(engagements.all()).hasSize(10_000).containsKey("e19999").doesNotContainKey("e0");
    }

    @Test
    void event_withoutWhatItShouldHave_isReadAsFarAsItGoes() {
        assertThat(ZoomEvent.read(new JsonObject().put("event", "contact_center.engagement_ended"), NOW))
                .contains(new ZoomEvent("engagement_ended", NOW, null, null, null, null));
        assertThat(ZoomEvent.read(new JsonObject().put("event", "meeting.ended"), NOW))
                .isEmpty();
        assertThat(ZoomEvent.read(new JsonObject().put("event", 7).put("payload", "text"), NOW))
                .isEmpty();
    }

    @Test
    void event_fromTheFuture_isOfNow() {
        JsonObject body = new JsonObject()
                .put("event", "contact_center.engagement_ended")
                .put("event_ts", NOW.plusSeconds(900).toEpochMilli());
        assertThat(ZoomEvent.read(body, NOW).orElseThrow().at()).isEqualTo(NOW);
    }
}
