package madoguchi.simulator;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends events in order, signed; what is not taken in time is sent again after 5, 20 and 60 minutes. Zoom waits three seconds;
 * here it is longer, because a slow machine is no bad day.
 */
final class Webhooks {

    private static final long LIMIT = 30_000;
    private static final List<Duration> RETRIES =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(60));
    private static final Duration REVALIDATION = Duration.ofDays(3);

    /** Tries and what came of them, as they were answered. */
    final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

    private final WebClient client;
    private final SimulatedClock clock;
    private final Switches switches;
    private final Random random;
    private final List<String> held = new ArrayList<>();
    private Future<?> last = Future.succeededFuture();
    private @Nullable String url;

    Webhooks(WebClient client, SimulatedClock clock, Switches switches, Random random) {
        this.client = client;
        this.clock = clock;
        this.switches = switches;
        this.random = random;
    }

    /** Registers the receiver, which is then asked every 72 hours whether it knows the secret. */
    void to(String receiver) {
        url = receiver;
    }

    private record Answer(Delivery delivery, @Nullable JsonObject body) {}

    /** Challenges the receiver as at registration. @return whether its answer was right */
    Future<Boolean> validate() {
        clock.after(REVALIDATION, () -> last = last.transform(before -> validate()));
        String plain = Signatures.token(random);
        String body = envelope("endpoint.url_validation", new JsonObject().put("plainToken", plain));
        JsonObject right = new JsonObject()
                .put("plainToken", plain)
                .put("encryptedToken", Signatures.hmac(Account.WEBHOOK_SECRET, plain));
        return post(body, 1).map(answer -> answer.delivery().status() == 200 && right.equals(answer.body()));
    }

    void send(String event, JsonObject object) {
        boolean lost = event.equals("contact_center." + switches.word(Switch.WEBHOOK_LOST));
        if (url == null || lost || !switches.on(Switch.WEBHOOKS)) {
            return;
        }
        if (switches.on(Switch.WEBHOOK_UNKNOWN)) {
            queue(envelope("contact_center.tea_was_served", payload(new JsonObject().put("cups", 2))));
        }
        String body = envelope(event, payload(object));
        queue(body);
        if (switches.on(Switch.WEBHOOK_TWICE)) {
            queue(body);
        }
    }

    private static JsonObject payload(JsonObject object) {
        return new JsonObject().put("account_id", Account.ID).put("object", object);
    }

    private String envelope(String event, JsonObject payload) {
        return new JsonObject()
                .put("event", event)
                .put("event_ts", clock.millis())
                .put("payload", payload)
                .encode();
    }

    private void queue(String body) {
        int together = switches.number(Switch.WEBHOOK_SHUFFLE);
        held.add(body);
        if (held.size() >= together) {
            release();
        }
    }

    /** Sends what is held, in disorder if it was held for that. */
    void release() {
        List<String> bodies = new ArrayList<>(held);
        held.clear();
        if (switches.number(Switch.WEBHOOK_SHUFFLE) > 0) {
            Collections.shuffle(bodies, random);
        }
        Duration delay = switches.time(Switch.WEBHOOK_DELAY);
        if (delay.isZero()) {
            bodies.forEach(this::next);
        } else {
            clock.after(delay, () -> bodies.forEach(this::next));
        }
    }

    private void next(String body) {
        last = last.transform(before -> attempt(body, 1));
    }

    /** @return when every event so far has been tried */
    Future<?> sent() {
        return last;
    }

    private Future<?> attempt(String body, int number) {
        return post(body, number).onSuccess(answer -> {
            int status = answer.delivery().status();
            boolean taken = status == 200 || status == 204;
            if (!taken && number <= RETRIES.size()) {
                clock.after(RETRIES.get(number - 1), () -> last = last.transform(before -> attempt(body, number + 1)));
            }
        });
    }

    /** Never fails. */
    private Future<Answer> post(String body, int number) {
        Instant stamp = clock.instant().minus(switches.time(Switch.WEBHOOK_AGE));
        String time = Long.toString(stamp.getEpochSecond());
        return client.postAbs(String.valueOf(url))
                .timeout(LIMIT)
                .putHeader("Content-Type", "application/json")
                .putHeader("x-zm-request-timestamp", time)
                .putHeader("x-zm-signature", Signatures.v0(secret(), time, body))
                .sendBuffer(Buffer.buffer(body))
                .map(response -> new Answer(record(body, response.statusCode(), number), jsonOf(response.body())))
                .otherwise(failure -> new Answer(record(body, 0, number), null));
    }

    private static @Nullable JsonObject jsonOf(@Nullable Buffer body) {
        try {
            return body == null ? null : body.toJsonObject();
        } catch (io.vertx.core.json.DecodeException e) {
            return null;
        }
    }

    private Delivery record(String body, int status, int number) {
        Delivery made = new Delivery(new JsonObject(body).getString("event"), body, status, number);
        deliveries.add(made);
        return made;
    }

    private String secret() {
        if (switches.on(Switch.WEBHOOK_FORGED)) {
            return "nobody-knows-this";
        }
        return switches.on(Switch.WEBHOOK_OLD_SECRET) ? Account.OLD_WEBHOOK_SECRET : Account.WEBHOOK_SECRET;
    }

    /** For a wait on the wall, where nothing of the simulator's time is meant. */
    static <T> T await(Future<T> future) {
        try {
            return future.await(60, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("simulator: no answer", e);
        }
    }
}
