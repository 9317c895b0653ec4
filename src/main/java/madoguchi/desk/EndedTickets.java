package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tickets that ended in this hour of the clock and in the one before: for the caller's last look, the feedback and repeated
 * joins. An hour is forgotten as a whole, which costs the same for one ticket as for a million; one by one each would be
 * looked up in memory that no cache holds any more. Owned by the desk's thread.
 */
final class EndedTickets {

    /** How long a ticket is kept at the least; twice as long at the most. */
    static final Duration KEPT = Duration.ofHours(1);

    private Generation before = new Generation();
    private Generation present = new Generation();
    private long hour = Long.MIN_VALUE;

    /** In the order of their ends. */
    private static final class Generation {
        final Map<TicketId, Ticket> byId = new LinkedHashMap<>();
        final Map<String, Ticket> byIdempotencyKey = new HashMap<>();
    }

    void add(Ticket ticket) {
        Instant end = ((TicketState.Ended) ticket.state).at();
        turn(end);
        Generation generation = hour(end) < hour ? before : present;
        generation.byId.put(ticket.id(), ticket);
        if (ticket.joined.idempotencyKey() != null) {
            generation.byIdempotencyKey.put(ticket.joined.idempotencyKey(), ticket);
        }
    }

    @Nullable
    Ticket find(TicketId id) {
        Ticket ticket = present.byId.get(id);
        return ticket == null ? before.byId.get(id) : ticket;
    }

    @Nullable
    Ticket joinedWith(String idempotencyKey) {
        Ticket ticket = present.byIdempotencyKey.get(idempotencyKey);
        return ticket == null ? before.byIdempotencyKey.get(idempotencyKey) : ticket;
    }

    Collection<Ticket> all() {
        List<Ticket> all = new ArrayList<>(before.byId.values());
        all.addAll(present.byId.values());
        return all;
    }

    /** Forgets who ended before the hour before {@code now}. */
    void turn(Instant now) {
        long later = hour(now);
        if (later > hour) {
            before = later == hour + 1 ? present : new Generation();
            present = new Generation();
            hour = later;
        }
    }

    static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), KEPT.toSeconds());
    }
}
