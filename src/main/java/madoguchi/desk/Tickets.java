package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every ticket the desk still knows: the live ones, and for {@link #KEPT} those that ended, for the caller's last look, the
 * feedback and repeated joins. Owned by the desk's thread.
 */
final class Tickets {

    static final Duration KEPT = Duration.ofHours(1);

    private final Map<TicketId, Ticket> byId = new HashMap<>();
    private final Map<String, Ticket> liveByDevice = new HashMap<>();
    private final Map<String, Ticket> byIdempotencyKey = new HashMap<>();
    private final Deque<Ticket> ended = new ArrayDeque<>();
    private final TreeSet<Ticket> away =
            new TreeSet<>(Comparator.<Ticket, Instant>comparing(t -> Objects.requireNonNull(t.awayUntil))
                    .thenComparing(t -> t.id().value()));

    void add(Ticket ticket) {
        byId.put(ticket.id(), ticket);
        if (ticket.joined.idempotencyKey() != null) {
            byIdempotencyKey.put(ticket.joined.idempotencyKey(), ticket);
        }
        if (ticket.joined.device() != null && !ticket.ended()) {
            liveByDevice.put(ticket.joined.device(), ticket);
        }
        if (ticket.ended()) {
            ended.add(ticket);
        } else if (ticket.waits(TicketState.Presence.STEPPED_AWAY)) {
            away.add(ticket);
        }
    }

    Optional<Ticket> find(TicketId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws RefusedException for a ticket that is not known here (any more) */
    Ticket require(TicketId id) {
        Ticket ticket = byId.get(id);
        if (ticket == null) {
            throw new RefusedException(new Refusal.UnknownTicket(id));
        }
        return ticket;
    }

    /** Whom a join with these returns to. The device finds live tickets only, the key also one that has ended. */
    Optional<Ticket> rejoined(@Nullable String device, @Nullable String idempotencyKey) {
        Ticket same = idempotencyKey == null ? null : byIdempotencyKey.get(idempotencyKey);
        return Optional.ofNullable(same != null || device == null ? same : liveByDevice.get(device));
    }

    Collection<TicketId> live() {
        return byId.values().stream().filter(t -> !t.ended()).map(Ticket::id).toList();
    }

    int liveCount() {
        return byId.size() - ended.size();
    }

    Collection<Ticket> ended() {
        return ended;
    }

    void stepAway(Ticket ticket, Instant until) {
        ticket.awayUntil = until;
        away.add(ticket);
    }

    /** Nothing happens to one that is not away. */
    void back(Ticket ticket) {
        if (ticket.awayUntil != null) {
            away.remove(ticket);
            ticket.awayUntil = null;
        }
    }

    /** The one who is due back first. */
    Optional<Ticket> firstAway() {
        return away.isEmpty() ? Optional.empty() : Optional.of(away.first());
    }

    void end(Ticket ticket) {
        back(ticket);
        ended.add(ticket);
        if (ticket.joined.device() != null) {
            liveByDevice.remove(ticket.joined.device(), ticket);
        }
    }

    /** Forgets who ended long before {@code now}. */
    void forget(Instant now) {
        while (!ended.isEmpty()
                && ended.getFirst().state instanceof TicketState.Ended e
                && e.at().plus(KEPT).isBefore(now)) {
            Ticket ticket = ended.removeFirst();
            byId.remove(ticket.id());
            if (ticket.joined.idempotencyKey() != null) {
                byIdempotencyKey.remove(ticket.joined.idempotencyKey(), ticket);
            }
        }
    }
}
