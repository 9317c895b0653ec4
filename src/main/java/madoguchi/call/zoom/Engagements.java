package madoguchi.call.zoom;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The engagements we have lately heard of, whether we know their ticket yet or not. Owned by one event loop.
 */
final class Engagements {

    private static final int MOST = 10_000;

    /** Zoom tells an event up to 85 minutes late. */
    private static final Duration KEPT = Duration.ofHours(3);

    /** The one heard of longest ago first. */
    private final Map<String, Engagement> byId = new LinkedHashMap<>(16, 0.75f, true);

    /** @return the engagement as it is now, where the event is about one */
    Optional<Engagement> take(ZoomEvent event, Instant now) {
        String id = event.engagement();
        return id == null ? Optional.empty() : Optional.of(change(id, known -> known.with(event, now), now));
    }

    /** What was found out by asking. */
    Engagement recorded(String id, EngagementRecord record, Instant now) {
        return change(id, known -> known.recorded(record, now), now);
    }

    /** Whether we have heard of it, and not too long ago. */
    boolean knows(String id) {
        return byId.containsKey(id);
    }

    private Engagement change(String id, UnaryOperator<Engagement> change, Instant now) {
        Engagement changed = change.apply(get(id));
        byId.put(id, changed);
        forget(now);
        return changed;
    }

    Engagement get(String id) {
        return byId.getOrDefault(id, Engagement.unknown(id));
    }

    Map<String, Engagement> all() {
        return Map.copyOf(byId);
    }

    private void forget(Instant now) {
        Iterator<Engagement> oldest = byId.values().iterator();
        while (oldest.hasNext()) {
            boolean old = oldest.next().touched().plus(KEPT).isBefore(now);
            if (!old && byId.size() <= MOST) {
                return;
            }
            oldest.remove();
        }
    }
}
