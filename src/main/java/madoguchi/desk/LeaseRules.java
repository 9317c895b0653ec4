package madoguchi.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What becomes of people without a sign of life. A lease that runs out when it no longer matters changes nothing. */
final class LeaseRules {

    private final DeskState desk;

    LeaseRules(DeskState desk) {
        this.desk = desk;
    }

    void fill(Rules rules) {
        rules.on(Command.Park.class, this::park)
                .on(Command.Unpark.class, this::unpark)
                .on(Command.Abandon.class, this::abandon)
                .on(Command.SignOff.class, this::signOff);
    }

    private List<Event> park(Command.Park command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        return ticket.waits(TicketState.Presence.HERE) ? List.of(new Event.Parked(now, ticket.id())) : List.of();
    }

    private List<Event> unpark(Command.Unpark command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        return ticket.waits(TicketState.Presence.PARKED) ? List.of(new Event.Returned(now, ticket.id())) : List.of();
    }

    /** A called or ringing one is left to its own deadline; in a call it is the caller who is gone, as if they had hung up. */
    private List<Event> abandon(Command.Abandon command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        if (ticket.waiting()) {
            return List.of(new Event.Ended(now, ticket.id(), Outcome.ABANDONED, null));
        }
        boolean talking = ticket.state instanceof TicketState.InCall inCall && !inCall.hungUp();
        return talking ? List.of(new Event.HungUp(now, ticket.id())) : List.of();
    }

    /** Who is busy goes offline when the call is over; a caller who only waits for the operator's answer does not wait longer. */
    private List<Event> signOff(Command.SignOff command, Instant now) {
        Operator operator = desk.roster.require(command.operator());
        List<Event> events = new ArrayList<>(2);
        if (operator.wished() != Command.Wish.OFFLINE) {
            events.add(new Event.StatusChanged(now, operator.id, Command.Wish.OFFLINE, true));
        }
        if (operator.status instanceof OperatorStatus.Ringing ringing) {
            events.add(new Event.WentBack(now, ringing.ticket(), Event.Reason.OPERATOR_GONE, 0));
        }
        return events;
    }
}
