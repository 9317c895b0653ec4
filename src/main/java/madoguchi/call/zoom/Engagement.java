package madoguchi.call.zoom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one engagement. Each part only ever moves one way, so that events may be told in any order and twice.
 *
 * @param answered the agent who did, the last one where it was handed on
 * @param disposition how the agent called the outcome
 * @param touched when we last heard of it
 */
record Engagement(
        String id,
        @Nullable News<String> answered,
        @Nullable News<String> disposition,
        boolean ended,
        boolean callerEnded,
        boolean canceled,
        Instant touched) {

    static Engagement unknown(String id) {
        return new Engagement(id, null, null, false, false, false, Instant.MIN);
    }

    /** There is no event for a caller who gives up: they left, and their task was canceled. */
    boolean over() {
        return ended || (callerEnded && canceled);
    }

    Engagement with(ZoomEvent event, Instant now) {
        return switch (event.name()) {
            case "engagement_user_answered", "task_reservation_accepted", "engagement_transfer_accepted" ->
                event.user() == null
                        ? touched(now)
                        : new Engagement(
                                id,
                                News.later(answered, new News<>(event.user(), event.at())),
                                disposition,
                                ended,
                                callerEnded,
                                canceled,
                                now);
            case "engagement_disposition_added" -> named(event.disposition(), event.at(), now);
            case "engagement_ended", "cx_engagement_end_data_ready", "legacy_engagement_end_data_ready" ->
                new Engagement(id, answered, disposition, true, callerEnded, canceled, now);
            case "engagement_consumer_ended" -> new Engagement(id, answered, disposition, ended, true, canceled, now);
            case "task_canceled" -> new Engagement(id, answered, disposition, ended, callerEnded, true, now);
            default -> touched(now);
        };
    }

    Engagement named(@Nullable String name, Instant at, Instant now) {
        return name == null
                ? touched(now)
                : new Engagement(
                        id, answered, News.later(disposition, new News<>(name, at)), ended, callerEnded, canceled, now);
    }

    private Engagement touched(Instant now) {
        return new Engagement(id, answered, disposition, ended, callerEnded, canceled, now);
    }
}
