package madoguchi.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every ticket the desk still knows: the live ones, and for a while those that ended. Owned by the desk's thread. */
final class Tickets {

    private final Map<TicketId, Ticket> live = new HashMap<>();
    private final Map<String, Ticket> liveByDevice = new HashMap<>();
    private final Map<String, Ticket> liveByIdempotencyKey = new HashMap<>();
    private final EndedTickets ended = new EndedTickets();
    private final TreeSet<Ticket> away =
            new TreeSet<>(Comparator.<Ticket, Instant>comparing(t -> Objects.requireNonNull(t.awayUntil))
                    .thenComparing(t -> t.id().value()));

    void add(Ticket ticket) {
        if (ticket.ended()) {
            ended.add(ticket);
            return;
        }
        live.put(ticket.id(), ticket);
        if (ticket.joined.idempotencyKey() != null) {
            liveByIdempotencyKey.put(ticket.joined.idempotencyKey(), ticket);
        }
        if (ticket.joined.device() != null) {
            liveByDevice.put(ticket.joined.device(), ticket);
        }
        if (ticket.waits(TicketState.Presence.STEPPED_AWAY)) {
            away.add(ticket);
        }
    }

    Optional<Ticket> find(TicketId id) {
        return Optional.ofNullable(known(id));
    }

    /** @throws RefusedException for a ticket that is not known here (any more) */
    Ticket require(TicketId id) {
        Ticket ticket = known(id);
        if (ticket == null) {
            throw new RefusedException(new Refusal.UnknownTicket(id));
        }
        return ticket;
    }

    private @Nullable Ticket known(TicketId id) {
        Ticket ticket = live.get(id);
        return ticket == null ? ended.find(id) : ticket;
    }

    /** Whom a join with these returns to. The device finds live tickets only, the key also one that has ended. */
    Optional<Ticket> rejoined(@Nullable String device, @Nullable String idempotencyKey) {
        Ticket same = idempotencyKey == null ? null : joinedWith(idempotencyKey);
        return Optional.ofNullable(same != null || device == null ? same : liveByDevice.get(device));
    }

    private @Nullable Ticket joinedWith(String idempotencyKey) {
        Ticket ticket = liveByIdempotencyKey.get(idempotencyKey);
        return ticket == null ? ended.joinedWith(idempotencyKey) : ticket;
    }

    Collection<TicketId> live() {
        return List.copyOf(live.keySet());
    }

    int liveCount() {
        return live.size();
    }

    /** Those that ended, in the order of their ends. */
    Collection<Ticket> ended() {
        return ended.all();
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

    /** To be told of one whose state is ended now. */
    void end(Ticket ticket) {
        back(ticket);
        live.remove(ticket.id());
        if (ticket.joined.idempotencyKey() != null) {
            liveByIdempotencyKey.remove(ticket.joined.idempotencyKey(), ticket);
        }
        if (ticket.joined.device() != null) {
            liveByDevice.remove(ticket.joined.device(), ticket);
        }
        ended.add(ticket);
    }

    /** Forgets who ended long before {@code now}. */
    void forget(Instant now) {
        ended.turn(now);
    }
}
