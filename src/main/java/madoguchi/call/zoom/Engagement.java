package madoguchi.call.zoom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one engagement. Each part only ever moves one way, so that events may be told in any order and twice.
 *
 * @param rung the agent whom Zoom has rung last
 * @param answered the agent who did, the last one where it was handed on
 * @param since when the first one did
 * @param disposition how the agent called the outcome
 * @param end what speaks for its end
 * @param touched when we last heard of it
 */
record Engagement(
        String id,
        @Nullable News<String> rung,
        @Nullable News<String> answered,
        @Nullable Instant since,
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
        return new Engagement(id, null, null, null, null, new End(false, false, false), Instant.MIN);
    }

    boolean over() {
        return end.over();
    }

    Engagement with(ZoomEvent event, Instant now) {
        return switch (event.name()) {
            case "task_reservation_created" ->
                new Engagement(id, later(rung, event.user(), event), answered, since, disposition, end, now);
            case "engagement_user_answered", "task_reservation_accepted", "engagement_transfer_accepted" ->
                answered(later(answered, event.user(), event), event.at(), now);
            case "engagement_disposition_added" ->
                new Engagement(id, rung, answered, since, later(disposition, event.disposition(), event), end, now);
            case "engagement_ended", "cx_engagement_end_data_ready", "legacy_engagement_end_data_ready" ->
                ended(end.and(true, false, false), now);
            case "engagement_consumer_ended" -> ended(end.and(false, true, false), now);
            case "task_canceled" -> ended(end.and(false, false, true), now);
            default -> ended(end, now);
        };
    }

    /** There is a record, so it is over. Who answered is known better by the event, if that has come. */
    Engagement recorded(EngagementRecord record, Instant now) {
        String name = record.disposition();
        News<String> named =
                name == null || (disposition != null && disposition.what().equals(name))
                        ? disposition
                        : new News<>(name, now);
        Engagement recorded = new Engagement(
                id,
                rung,
                answered == null ? record.answered() : answered,
                since == null && record.answered() != null ? record.answered().at() : since,
                named,
                end.and(true, false, false),
                touched);
        return recorded.equals(this) ? this : recorded.ended(recorded.end, now);
    }

    private Engagement ended(End how, Instant now) {
        return new Engagement(id, rung, answered, since, disposition, how, now);
    }

    private Engagement answered(@Nullable News<String> by, Instant at, Instant now) {
        boolean first = by != null && (since == null || at.isBefore(since));
        return new Engagement(id, rung, by, first ? at : since, disposition, end, now);
    }

    private static @Nullable News<String> later(@Nullable News<String> known, @Nullable String told, ZoomEvent event) {
        return told == null ? known : News.later(known, new News<>(told, event.at()));
    }
}
