package madoguchi.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import madoguchi.desk.Desk;
import madoguchi.desk.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the callers who must be told their position again without asking everybody: those whose last one is wrong by more
 * than 5 % (by anything up to position 20), and those who have heard nothing for a heartbeat.
 *
 * <p>One move of the line changes a position by at most one, so a ticket that was told {@code q} is looked at again only
 * after max(1, ⌊q / 20⌋) further moves, less what it is off by already. Both queues cost O(log n) a tell; beyond heartbeats
 * about 20·ln(n / 20) callers are told per call taken instead of n.
 *
 * <p>Owned by the desk's event loop.
 */
final class LineCadence {

    /** Up to here every change is told; beyond, one in {@code EXACT}th of the position. */
    private static final int EXACT = 20;

    private final Duration heartbeat;
    private final Map<TicketId, Told> places = new HashMap<>();
    private final TreeSet<Told> byMove =
            new TreeSet<>(Comparator.<Told>comparingLong(t -> t.lookAt).thenComparing(t -> t.ticket.value()));
    private final LinkedHashSet<Told> byTime = new LinkedHashSet<>();

    LineCadence(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    /** What a caller was told last. Identity counts: there is one per ticket. */
    private static final class Told {
        final TicketId ticket;
        int position;
        Instant at = Instant.EPOCH;
        long lookAt = Long.MAX_VALUE;

        Told(TicketId ticket) {
            this.ticket = ticket;
        }
    }

    /** Notes a tell. @return the position told before, or 0 */
    int told(TicketId ticket, int position, long moves, Instant at) {
        Told told = places.computeIfAbsent(ticket, Told::new);
        int before = told.position;
        byMove.remove(told);
        byTime.remove(told);
        told.position = position;
        told.at = at;
        told.lookAt = position == 0 ? Long.MAX_VALUE : moves + slack(position, 0);
        byMove.add(told);
        byTime.add(told);
        return before;
    }

    void forget(TicketId ticket) {
        Told told = places.remove(ticket);
        if (told != null) {
            byMove.remove(told);
            byTime.remove(told);
        }
    }

    /** The tickets to tell now. Each must be {@link #told} or {@link #forget forgotten} by the caller. */
    Set<TicketId> due(Desk desk, Instant now) {
        Set<TicketId> due = new LinkedHashSet<>();
        long moves = desk.moves();
        for (Told told = first(); told != null && told.lookAt <= moves; told = first()) {
            byMove.remove(told);
            int position = desk.position(told.ticket);
            int off = Math.abs(position - told.position);
            if (position == 0 || off > tolerance(told.position)) {
                told.lookAt = Long.MAX_VALUE;
                due.add(told.ticket);
            } else {
                told.lookAt = moves + slack(told.position, off);
            }
            byMove.add(told);
        }
        for (Told told : byTime) {
            if (told.at.plus(heartbeat).isAfter(now)) {
                break;
            }
            due.add(told.ticket);
        }
        return due;
    }

    private @Nullable Told first() {
        return byMove.isEmpty() ? null : byMove.first();
    }

    private static int tolerance(int position) {
        return position <= EXACT ? 0 : position / EXACT;
    }

    /** How many more moves it takes at the least until the position told is off by more than the tolerance. */
    private static long slack(int position, int off) {
        return Math.max(1, tolerance(position) + 1 - off);
    }
}
