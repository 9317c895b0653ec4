package madoguchi.call.zoom;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook tells, as far as we look: Zoom documents little of it, so that everything but the name may be missing. The
 * names of people that stand in it are left where they were.
 *
 * @param name without {@code contact_center.}
 * @param at when it happened; never later than when it was told, however Zoom's clock goes
 * @param user the agent whom it is about
 * @param status the agent's new one
 * @param disposition how the agent called the outcome
 */
record ZoomEvent(
        String name,
        Instant at,
        @Nullable String user,
        @Nullable String engagement,
        @Nullable String status,
        @Nullable String disposition) {

    private static final String PREFIX = "contact_center.";

    /** Longer than any of Zoom's ids and names; what is longer is somebody's mischief. */
    private static final int LONGEST = 200;

    /** Empty where it is no event of the contact center. */
    static Optional<ZoomEvent> read(JsonObject body, Instant now) {
        String name = text(body, "event");
        if (name == null || !name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        JsonObject payload = object(body, "payload");
        JsonObject of = object(payload, "object");
        String assigned = text(of, "assigned_user_id");
        return Optional.of(new ZoomEvent(
                name.substring(PREFIX.length()),
                at(body, now),
                assigned != null ? assigned : text(of, "user_id"),
                text(of, "engagement_id"),
                text(of, "current_status_name"),
                text(of, "disposition_name")));
    }

    private static Instant at(JsonObject body, Instant now) {
        if (body.getValue("event_ts") instanceof Number millis && millis.longValue() > 0) {
            Instant told = Instant.ofEpochMilli(Math.min(millis.longValue(), now.toEpochMilli()));
            return told.isBefore(now) ? told : now;
        }
        return now;
    }

    private static JsonObject object(JsonObject json, String key) {
        return json.getValue(key) instanceof JsonObject object ? object : new JsonObject();
    }

    private static @Nullable String text(JsonObject json, String key) {
        return json.getValue(key) instanceof String text && !text.isEmpty() && text.length() <= LONGEST ? text : null;
    }
}
