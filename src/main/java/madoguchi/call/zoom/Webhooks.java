package madoguchi.call.zoom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells Zoom's webhooks from others', says at once what to answer and hands the event on: nothing here waits for what follows
 * from it. Any thread.
 */
public final class Webhooks {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final Duration REPLAYED_WITHIN = Duration.ofMinutes(10);
    private static final int REPLAYS = 100_000;

    /** A challenge is short; longer bodies are read only once their signature is right. */
    private static final int CHALLENGE = 2_048;

    /** What Zoom's plain tokens are made of. With a colon among them, the answer could be the signature of somebody's event. */
    private static final Pattern PLAIN_TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final List<Signature> secrets;
    private final InstantSource clock;
    private final Consumer<ZoomEvent> events;
    private final Cache<String, Boolean> seen;

    Webhooks(ZoomAccount.Secrets secrets, InstantSource clock, Consumer<ZoomEvent> events) {
        this.secrets = Stream.of(Optional.ofNullable(secrets.webhook()), Optional.ofNullable(secrets.oldWebhook()))
                .flatMap(Optional::stream)
                .map(Signature::new)
                .toList();
        this.clock = clock;
        this.events = events;
        this.seen = Caffeine.newBuilder()
                .maximumSize(REPLAYS)
                .expireAfterWrite(REPLAYED_WITHIN)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** What to answer. */
    public sealed interface Verdict {

        record Taken() implements Verdict {}

        /** Zoom asks whether we know the secret. */
        record Challenged(JsonObject answer) implements Verdict {}

        /** Not Zoom's, or not understood. */
        record Refused(String detail) implements Verdict {}
    }

    /**
     * @param body as it came, byte for byte
     * @param timestamp the header {@code x-zm-request-timestamp}
     * @param header the header {@code x-zm-signature}
     */
    public Verdict receive(Buffer body, @Nullable String timestamp, @Nullable String header) {
        Optional<Signature> signer =
                fresh(timestamp) ? signer(body, String.valueOf(timestamp), header) : Optional.empty();
        if (signer.isEmpty() && body.length() > CHALLENGE) {
            return unsigned();
        }
        Optional<JsonObject> json = json(body);
        if (json.filter(Webhooks::isChallenge).isPresent()) {
            return challenged(json.get(), signer.or(() -> secrets.stream().findFirst()));
        }
        if (signer.isEmpty()) {
            return unsigned();
        }
        if (json.isEmpty()) {
            return new Verdict.Refused("body: no JSON object (expected: an event)");
        }
        if (seen.asMap().putIfAbsent(hash(body), true) == null) {
            ZoomEvent.read(json.get(), clock.instant()).ifPresent(events);
        }
        return new Verdict.Taken();
    }

    private static Verdict unsigned() {
        return new Verdict.Refused("x-zm-signature: not of this body, or too old (expected: Zoom's, within 300 s)");
    }

    private boolean fresh(@Nullable String timestamp) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        return apart.abs().compareTo(CLOCKS_APART) <= 0;
    }

    private Optional<Signature> signer(Buffer body, String timestamp, @Nullable String header) {
        return header == null
                ? Optional.empty()
                : secrets.stream()
                        .filter(secret -> secret.signed(header, timestamp, body))
                        .findFirst();
    }

    private static boolean isChallenge(JsonObject body) {
        return "endpoint.url_validation".equals(body.getValue("event"));
    }

    private static Verdict challenged(JsonObject body, Optional<Signature> secret) {
        Object token = body.getValue("payload") instanceof JsonObject payload ? payload.getValue("plainToken") : null;
        if (secret.isEmpty()
                || !(token instanceof String plain)
                || !PLAIN_TOKEN.matcher(plain).matches()) {
            return new Verdict.Refused("plainToken: unusual (expected: up to 64 letters, digits, - and _)");
        }
        return new Verdict.Challenged(new JsonObject()
                .put("plainToken", plain)
                .put("encryptedToken", secret.get().of(plain)));
    }

    private static Optional<JsonObject> json(Buffer body) {
        try {
            return Optional.of(body.toJsonObject());
        } catch (DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static String hash(Buffer body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 (expected: in every JDK)", e);
        }
    }
}
