package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import madoguchi.call.zoom.Webhooks.Verdict;
import madoguchi.simulator.Signatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which webhooks are believed, and what they are answered. */
class WebhooksTest {

    private static final String NEW = "secret-new";
    private static final String OLD = "secret-old";

    private Instant now = Instant.parse("2026-11-24T09:00:00Z");
    private final List<ZoomEvent> events = new ArrayList<>();
    private final Webhooks webhooks = webhooks(new ZoomAccount.Secrets("client", NEW, OLD, null));

    private Webhooks webhooks(ZoomAccount.Secrets secrets) {
        return new Webhooks(secrets, () -> now, events::add);
    }

    private static String event(String engagement) {
        JsonObject object = new JsonObject().put("engagement_id", engagement);
        return new JsonObject()
                .put("event", "contact_center.engagement_started")
                .put("event_ts", 1_764_000_000_000L)
                .put("payload", new JsonObject().put("object", object))
                .encode();
    }

    private static String challenge(String plainToken) {
        return new JsonObject()
                .put("event", "endpoint.url_validation")
                .put("payload", new JsonObject().put("plainToken", plainToken))
                .encode();
    }

    private Verdict send(String secret, Instant stamp, String body) {
        String timestamp = Long.toString(stamp.getEpochSecond());
        return webhooks.receive(Buffer.buffer(body), timestamp, Signatures.v0(secret, timestamp, body));
    }

    @Test
    void event_signedWithEitherSecret_isTaken() {
        assertThat(send(NEW, now, event("a"))).isInstanceOf(Verdict.Taken.class);
        assertThat(send(OLD, now, event("b"))).isInstanceOf(Verdict.Taken.class);
        assertThat(events).extracting(ZoomEvent::engagement).containsExactly("a", "b");
    }

    @Test
    void event_signedByOthersOrNotAtAll_isRefused() {
        String timestamp = Long.toString(now.getEpochSecond());
        Buffer body = Buffer.buffer(event("a"));
        assertThat(send("other", now, event("a"))).isInstanceOf(Verdict.Refused.class);
        assertThat(webhooks.receive(body, timestamp, null)).isInstanceOf(Verdict.Refused.class);
        assertThat(webhooks.receive(body, null, null)).isInstanceOf(Verdict.Refused.class);
        assertThat(webhooks.receive(body, "soon", "v0=00")).isInstanceOf(Verdict.Refused.class);
        String signed = Signatures.v0(NEW, timestamp, event("a"));
        assertThat(webhooks.receive(Buffer.buffer(event("b")), timestamp, signed))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(events).isEmpty();
    }

    @Test
    void signature_isOfTheBytes_howeverTheyAreWritten() {
        String spaced = event("a").replace(":", " : ").replace("engagement_id", "engagement\\u005fid");
        assertThat(send(NEW, now, spaced)).isInstanceOf(Verdict.Taken.class);
        assertThat(events).hasSize(1);
    }

    @Test
    void timestamp_moreThanFiveMinutesOff_isRefused() {
        assertThat(send(NEW, now.minusSeconds(301), event("a"))).isInstanceOf(Verdict.Refused.class);
        assertThat(send(NEW, now.plusSeconds(301), event("a"))).isInstanceOf(Verdict.Refused.class);
        assertThat(send(NEW, now.minusSeconds(300), event("a"))).isInstanceOf(Verdict.Taken.class);
        assertThat(send(NEW, now.plusSeconds(300), event("b"))).isInstanceOf(Verdict.Taken.class);
    }

    @Test
    void eventTime_farBack_isNoReasonToRefuse() {
        assertThat(send(NEW, now, event("a"))).isInstanceOf(Verdict.Taken.class);
        assertThat(events.get(0).at()).isBefore(now.minus(Duration.ofDays(300)));
    }

    @Test
    void sameBodyWithinTenMinutes_isDroppedAndAnsweredAlike() {
        send(NEW, now, event("a"));
        now = now.plus(Duration.ofMinutes(9));
        assertThat(send(NEW, now, event("a"))).isInstanceOf(Verdict.Taken.class);
        assertThat(events).hasSize(1);
        now = now.plus(Duration.ofMinutes(2));
        send(NEW, now, event("a"));
        assertThat(events).hasSize(2);
    }

    @Test
    void challenge_isAnsweredWithTheNewSecret_signedOrNot() {
        JsonObject right = new JsonObject()
                .put("plainToken", "qgg8vlvZRS6UYooatFL8Aw")
                .put("encryptedToken", Signatures.hmac(NEW, "qgg8vlvZRS6UYooatFL8Aw"));
        String body = challenge("qgg8vlvZRS6UYooatFL8Aw");
        assertThat(webhooks.receive(Buffer.buffer(body), null, null)).isEqualTo(new Verdict.Challenged(right));
        assertThat(send(NEW, now, body)).isEqualTo(new Verdict.Challenged(right));
    }

    @Test
    void challenge_signedWithTheOldSecret_isAnsweredWithIt() {
        assertThat(send(OLD, now, challenge("abc")))
                .isInstanceOfSatisfying(
                        Verdict.Challenged.class,
                        challenged -> assertThat(challenged.answer().getString("encryptedToken"))
                                .isEqualTo(Signatures.hmac(OLD, "abc")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0:1764000000:{}", "v0:", "a b", "", "日本", "{\"event\":1}", "abc\n"})
    void challenge_thatCouldBeASigningBase_isRefused(String plainToken) {
        assertThat(webhooks.receive(Buffer.buffer(challenge(plainToken)), null, null))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void challenge_thatIsLong_isRefused() {
        assertThat(send(NEW, now, challenge("a".repeat(65)))).isInstanceOf(Verdict.Refused.class);
        assertThat(send(NEW, now, challenge("a".repeat(64)))).isInstanceOf(Verdict.Challenged.class);
    }

    @Test
    void withoutASecret_nothingIsBelieved() {
        Webhooks none = webhooks(new ZoomAccount.Secrets("client", null, null, null));
        String timestamp = Long.toString(now.getEpochSecond());
        assertThat(none.receive(Buffer.buffer(event("a")), timestamp, Signatures.v0("guessed", timestamp, event("a"))))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(none.receive(Buffer.buffer(challenge("abc")), null, null)).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "\"text\"", "{\"event\":null}"})
    void body_thatIsNoEvent_doesNoHarm(String body) {
        assertThat(send(NEW, now, body)).isNotInstanceOf(Verdict.Challenged.class);
        assertThat(events).isEmpty();
    }
}
