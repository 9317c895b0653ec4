package madoguchi.host;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import madoguchi.desk.Desk;
import madoguchi.desk.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the callers who must be told their position again without asking everybody: those whose last one is wrong by more
 * than 5 % (by anything up to position 20), and those who have heard nothing for a heartbeat.
 *
 * <p>One move of the line changes a position by at most one, so a ticket is looked at again only after as many further moves
 * as it takes at the least until what was told is wrong by too much. Both queues cost O(log n) a tell; beyond heartbeats
 * about 21·ln(n / 20) callers are told per call taken instead of n.
 *
 * <p>Owned by the desk's event loop.
 */
final class LineCadence {

    /** Of a position, one part in so many may be wrong. */
    private static final int PARTS = 20;

    private final PresenceRules rules;
    private final RandomGenerator random;
    private final Map<TicketId, Told> places = new HashMap<>();
    private final TreeSet<Told> byMove =
            new TreeSet<>(Comparator.<Told>comparingLong(t -> t.lookAt).thenComparing(t -> t.ticket.value()));
    private final TreeSet<Told> byTime =
            new TreeSet<>(Comparator.<Told, Instant>comparing(t -> t.dueAt).thenComparing(t -> t.ticket.value()));

    LineCadence(PresenceRules rules, RandomGenerator random) {
        this.rules = rules;
        this.random = random;
    }

    /** What a caller was told last. Identity counts: there is one per ticket. */
    private static final class Told {
        final TicketId ticket;
        int position;
        Instant dueAt = Instant.EPOCH;
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
        told.dueAt = at.plusMillis(patience());
        told.lookAt = position == 0 ? Long.MAX_VALUE : moves + slack(position, position);
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
            if (position == 0 || !nearlyRight(told.position, position)) {
                told.lookAt = Long.MAX_VALUE;
                due.add(told.ticket);
            } else {
                told.lookAt = moves + slack(told.position, position);
            }
            byMove.add(told);
        }
        for (Told told : byTime) {
            if (told.dueAt.isAfter(now)) {
                break;
            }
            due.add(told.ticket);
        }
        return due;
    }

    private @Nullable Told first() {
        return byMove.isEmpty() ? null : byMove.first();
    }

    /** Random, so that callers who were told at one moment are not all told at one moment again; a flush early. */
    private long patience() {
        long heartbeat = rules.heartbeat().toMillis();
        long latest = Math.max(1, heartbeat - rules.flush().toMillis());
        return random.nextLong(Math.min(latest, heartbeat * 4 / 5), latest + 1);
    }

    private boolean nearlyRight(int told, int position) {
        return Math.abs(position - told) <= tolerance(Math.min(position, told));
    }

    private int tolerance(int position) {
        return position <= rules.exact() ? 0 : position / PARTS;
    }

    /** How many more moves it takes at the least until {@code told} is no longer nearly right. */
    private long slack(int told, int position) {
        int off = Math.abs(position - told);
        return position <= told
                ? falling(position, off)
                : Math.min(tolerance(told) - off + 1, off + falling(told, 0)); // up and away, or down and past
    }

    /** The same if every move brings the caller one place forward: both the error grows and what is allowed of it shrinks. */
    private long falling(int position, int off) {
        return Math.max(1, Math.min((position - PARTS * off) / (PARTS + 1) + 1, position - rules.exact()));
    }
}
