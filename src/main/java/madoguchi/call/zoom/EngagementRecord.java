package madoguchi.call.zoom;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Zoom writes down of an engagement that is over, some seconds to a minute afterwards.
 *
 * @param answered the agent who talked to the caller, from when; null where nobody did
 * @param disposition how the agent called the outcome; null where they have not
 */
record EngagementRecord(
        @Nullable News<String> answered, @Nullable String disposition) {

    /** Empty where there is none yet: Zoom first shows an empty object. */
    static Optional<EngagementRecord> of(JsonObject json) {
        return json.containsKey("engagement_id")
                ? Optional.of(new EngagementRecord(
                        answered(json),
                        first(json, "dispositions", "disposition_name").orElse(null)))
                : Optional.empty();
    }

    private static @Nullable News<String> answered(JsonObject json) {
        Instant started = instant(json.getValue("start_time"));
        Optional<String> agent = first(json, "agents", "user_id");
        boolean talked = !seconds(json, "talk_duration").isZero();
        return talked && started != null && agent.isPresent()
                ? new News<>(agent.get(), started.plus(seconds(json, "waiting_duration")))
                : null;
    }

    private static Duration seconds(JsonObject json, String key) {
        return json.getValue(key) instanceof Number number
                ? Duration.ofSeconds(Math.max(0, number.longValue()))
                : Duration.ZERO;
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        try {
            return value instanceof String text ? Instant.parse(text) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The first text of that name in the rows of a list. */
    private static Optional<String> first(JsonObject json, String list, String name) {
        Stream<Object> rows = json.getValue(list) instanceof JsonArray all ? all.stream() : Stream.empty();
        return rows.map(row -> row instanceof JsonObject each ? each.getValue(name) : null)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst();
    }
}
