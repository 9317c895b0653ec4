package madoguchi.call.zoom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one engagement. Each part only ever moves one way, so that events may be told in any order and twice.
 *
 * @param rung the agent whom Zoom has rung last
 * @param answered the agent who did, the last one where it was handed on
 * @param disposition how the agent called the outcome
 * @param end what speaks for its end
 * @param touched when we last heard of it
 */
record Engagement(
        String id,
        @Nullable News<String> rung,
        @Nullable News<String> answered,
        @Nullable News<String> disposition,
        End end,
        Instant touched) {

    /** There is no event for a caller who gives up: they left, and their task was canceled. */
    record End(boolean told, boolean callerLeft, boolean canceled) {

        boolean over() {
            return told || (callerLeft && canceled);
        }

        private End and(boolean toldNow, boolean leftNow, boolean canceledNow) {
            return new End(told || toldNow, callerLeft || leftNow, canceled || canceledNow);
        }
    }

    static Engagement unknown(String id) {
        return new Engagement(id, null, null, null, new End(false, false, false), Instant.MIN);
    }

    boolean over() {
        return end.over();
    }

    Engagement with(ZoomEvent event, Instant now) {
        return switch (event.name()) {
            case "task_reservation_created" ->
                new Engagement(id, later(rung, event.user(), event), answered, disposition, end, now);
            case "engagement_user_answered", "task_reservation_accepted", "engagement_transfer_accepted" ->
                new Engagement(id, rung, later(answered, event.user(), event), disposition, end, now);
            case "engagement_disposition_added" ->
                new Engagement(id, rung, answered, later(disposition, event.disposition(), event), end, now);
            case "engagement_ended", "cx_engagement_end_data_ready", "legacy_engagement_end_data_ready" ->
                ended(end.and(true, false, false), now);
            case "engagement_consumer_ended" -> ended(end.and(false, true, false), now);
            case "task_canceled" -> ended(end.and(false, false, true), now);
            default -> ended(end, now);
        };
    }

    /** Zoom's record names the disposition. */
    Engagement named(String name, Instant now) {
        return new Engagement(id, rung, answered, News.later(disposition, new News<>(name, now)), end, now);
    }

    private Engagement ended(End how, Instant now) {
        return new Engagement(id, rung, answered, disposition, how, now);
    }

    private static @Nullable News<String> later(@Nullable News<String> known, @Nullable String told, ZoomEvent event) {
        return told == null ? known : News.later(known, new News<>(told, event.at()));
    }
}
