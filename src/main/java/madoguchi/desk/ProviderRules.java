package madoguchi.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom the call provider rings and who answers, whoever was reserved. It may be told late, twice and after other news: what no
 * longer fits changes nothing.
 */
final class ProviderRules {

    private final DeskState desk;

    ProviderRules(DeskState desk) {
        this.desk = desk;
    }

    void fill(Rules rules) {
        rules.on(Command.Ring.class, this::ring).on(Command.Connect.class, this::connect);
    }

    /** Whoever was reserved is free for the next caller; nobody can be rung who is in a call. */
    private List<Event> ring(Command.Ring command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        boolean inCall = desk.roster
                .find(command.operator())
                .filter(operator -> operator.status instanceof OperatorStatus.OnCall)
                .isPresent();
        return ticket.state instanceof TicketState.HandedOff && !inCall
                ? reassigned(ticket, command.operator(), now)
                : List.of();
    }

    private List<Event> connect(Command.Connect command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        if (ticket.ended()) {
            return Corrections.answered(desk, ticket, command.operator(), command.since(), now);
        }
        Instant told = command.since() == null ? now : command.since();
        boolean old = busySince(told, command.operator(), ticket);
        if (ticket.waiting() || ticket.state instanceof TicketState.Called) {
            return old || !ticket.handedOff ? List.of() : answeredAfterAll(ticket, command.operator(), told, now);
        }
        List<Event> events = new ArrayList<>(4);
        if (!old) {
            events.addAll(reassigned(ticket, command.operator(), now));
        }
        if (ticket.state instanceof TicketState.HandedOff ringing) {
            Instant since = Corrections.between(ringing.since(), told, now);
            events.add(new Event.Answered(now, ticket.id(), since));
        }
        return events;
    }

    /** The desk has taken the caller back, and perhaps called them again, and hears only now that they were talking already. */
    private List<Event> answeredAfterAll(Ticket ticket, OperatorId operator, Instant told, Instant now) {
        List<Event> events =
                new ArrayList<>(ticket.waiting() ? calledBy(operator, ticket, now) : reassigned(ticket, operator, now));
        if (ticket.waiting() && events.isEmpty()) {
            return events;
        }
        events.add(new Event.HandedOff(now, ticket.id()));
        events.add(new Event.Answered(now, ticket.id(), Corrections.between(ticket.joined.at(), told, now)));
        return events;
    }

    /** Nothing while they are the ones reserved for a caller in the provider's hands: that comes right first. */
    private List<Event> calledBy(OperatorId id, Ticket ticket, Instant now) {
        Operator operator = desk.roster.find(id).orElse(null);
        Ticket theirs = operator == null ? null : ticketOf(operator);
        if (operator == null || (theirs != null && theirs.state instanceof TicketState.HandedOff)) {
            return List.of();
        }
        List<Event> events = new ArrayList<>(5);
        if (theirs != null) {
            boolean called = theirs.state instanceof TicketState.Called;
            events.add(
                    called
                            ? ObservedRules.goneFrom(theirs.id(), now)
                            : ClockRules.unnamed(desk, operator, theirs.id(), now));
        }
        if (ticket.waits(TicketState.Presence.STEPPED_AWAY)) {
            events.add(new Event.CameBack(now, ticket.id()));
        } else if (ticket.waits(TicketState.Presence.PARKED)) {
            events.add(new Event.Returned(now, ticket.id()));
        }
        events.add(new Event.Called(now, ticket.id(), id, now, false));
        return events;
    }

    /** Whether the operator has begun another call after that moment, so that this one is old news. */
    private boolean busySince(Instant told, OperatorId operator, Ticket ticket) {
        Operator known = desk.roster.find(operator).orElse(null);
        Ticket theirs = known == null ? null : ticketOf(known);
        return theirs != null
                && theirs != ticket
                && theirs.state instanceof TicketState.InCall call
                && call.since().isAfter(told);
    }

    private List<Event> reassigned(Ticket ticket, OperatorId to, Instant now) {
        List<Event> events = new ArrayList<>(3);
        Operator takes = desk.roster.find(to).orElse(null);
        Operator reserved = desk.roster.enrol(Objects.requireNonNull(ticket.operator()));
        if (takes != null && takes != reserved) {
            events.addAll(vacated(takes, reserved, now));
            events.add(new Event.Reassigned(now, ticket.id(), takes.id));
        }
        return events;
    }

    /**
     * What becomes of the caller that the answering operator was reserved for, where the other cannot take them over. One already
     * handed off stays so, whoever is reserved: the provider rings whom it likes.
     */
    private List<Event> vacated(Operator answers, Operator reserved, Instant now) {
        Ticket theirs = ticketOf(answers);
        if (theirs == null) {
            return List.of();
        }
        if (theirs.state instanceof TicketState.InCall) {
            return List.of(ClockRules.unnamed(desk, answers, theirs.id(), now));
        }
        if (theirs.state instanceof TicketState.HandedOff) {
            return List.of();
        }
        boolean free = !(reserved.status instanceof OperatorStatus.OnCall);
        return free && (theirs.language & reserved.spoken) != 0
                ? List.of()
                : List.of(ObservedRules.goneFrom(theirs.id(), now));
    }

    private @Nullable Ticket ticketOf(Operator operator) {
        TicketId id = operator.ticket();
        return id == null ? null : desk.tickets.require(id);
    }
}
