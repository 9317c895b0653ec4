package madoguchi.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import madoguchi.desk.Command;
import madoguchi.desk.Event;
import madoguchi.desk.OperatorId;
import madoguchi.desk.TicketId;

/**
 * Turns silence into commands: a caller without a sign of life is parked and later abandoned, an operator is signed off.
 * A stepped-away caller is left alone until they are due back.
 *
 * <p>Owned by the desk's event loop. Never journalled by itself.
 */
final class Presence {

    private final Leases<TicketId> callers;
    private final Leases<TicketId> parked;
    private final Leases<TicketId> talking;
    private final Leases<OperatorId> operators;
    private final Set<TicketId> inCall = new HashSet<>();
    private final Predicate<TicketId> callerStreams;
    private final Predicate<OperatorId> operatorStreams;

    Presence(PresenceRules rules, Predicate<TicketId> callerStreams, Predicate<OperatorId> operatorStreams) {
        Duration untilAbandoned = rules.abandonAfter().minus(rules.parkAfter());
        this.callers = new Leases<>(rules.parkAfter());
        this.parked = new Leases<>(untilAbandoned);
        this.talking = new Leases<>(rules.rejoin());
        this.operators = new Leases<>(rules.operatorLease());
        this.callerStreams = callerStreams;
        this.operatorStreams = operatorStreams;
    }

    /** A caller's sign of life; the caller of this submits {@link Command.Unpark}. */
    void alive(TicketId ticket, Instant now) {
        silence(ticket);
        if (!callerStreams.test(ticket)) {
            (inCall.contains(ticket) ? talking : callers).start(ticket, now);
        }
    }

    /** A caller who is in a call: one who loses the connection has {@code rejoin} to come back. */
    void talking(TicketId ticket, Instant now) {
        inCall.add(ticket);
        alive(ticket, now);
    }

    void alive(OperatorId operator, Instant now) {
        if (operatorStreams.test(operator)) {
            operators.stop(operator);
        } else {
            operators.start(operator, now);
        }
    }

    void after(Event event) {
        if (event instanceof Event.Joined e) {
            alive(e.ticket(), e.at());
        } else if (event instanceof Event.Answered e) {
            talking(e.ticket(), e.at());
        } else if (event instanceof Event.WentBack e) {
            inCall.remove(e.ticket());
            alive(e.ticket(), e.at());
        } else if (event instanceof Event.CameBack e) {
            alive(e.ticket(), e.at());
        } else if (event instanceof Event.SteppedAway e) {
            silence(e.ticket());
        } else if (event instanceof Event.HungUp e) {
            gone(e.ticket());
        } else if (event instanceof Event.Ended e) {
            gone(e.ticket());
        } else if (event instanceof Event.StatusChanged e) {
            changed(e);
        }
    }

    private void changed(Event.StatusChanged e) {
        if (e.wish() == Command.Wish.OFFLINE) {
            operators.stop(e.operator());
        } else {
            alive(e.operator(), e.at());
        }
    }

    private void gone(TicketId ticket) {
        inCall.remove(ticket);
        silence(ticket);
    }

    private void silence(TicketId ticket) {
        callers.stop(ticket);
        parked.stop(ticket);
        talking.stop(ticket);
    }

    /** What silence makes due. */
    List<Command> due(Instant now) {
        List<Command> due = new ArrayList<>();
        for (TicketId ticket : parked.over(now)) {
            due.add(new Command.Abandon(ticket));
        }
        for (TicketId ticket : talking.over(now)) {
            due.add(new Command.Abandon(ticket));
        }
        for (TicketId ticket : callers.over(now)) {
            parked.start(ticket, now);
            due.add(new Command.Park(ticket));
        }
        for (OperatorId operator : operators.over(now)) {
            due.add(new Command.SignOff(operator));
        }
        return due;
    }
}
