package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What events make of a ticket from its turn to its end. Owned by the desk's thread. */
final class CallEffects {

    private final DeskState desk;
    private final OperatorEffects operators;

    CallEffects(DeskState desk, OperatorEffects operators) {
        this.desk = desk;
        this.operators = operators;
    }

    void fill(Effects effects) {
        effects.on(Event.Called.class, this::called)
                .on(Event.Extended.class, this::extended)
                .on(Event.WentBack.class, this::wentBack)
                .on(Event.HandedOff.class, this::handedOff)
                .on(Event.Answered.class, this::answered)
                .on(Event.Reassigned.class, this::reassigned)
                .on(Event.HungUp.class, this::hungUp)
                .on(Event.Ended.class, this::ended)
                .on(Event.Corrected.class, this::corrected)
                .on(Event.FeedbackGiven.class, event -> find(event).feedbackGiven = true)
                .on(Event.ConsentAsked.class, event -> find(event).consent(event.consent(), null))
                .on(Event.ConsentAnswered.class, event -> find(event).consent(event.consent(), event.granted()));
    }

    private void called(Event.Called event) {
        Ticket ticket = find(event);
        ticket.state = new TicketState.Called(event.operator(), event.until());
        desk.line.refresh(ticket);
        operators.ring(event);
        if (!ticket.waitCounted) {
            ticket.waitCounted = true;
            desk.forecast.served(ticket, Duration.between(ticket.joined.at(), event.at()));
        }
    }

    private void extended(Event.Extended event) {
        Ticket ticket = find(event);
        ticket.extensionsLeft--;
        ticket.state = new TicketState.Called(operator(ticket), event.until());
    }

    private void wentBack(Event.WentBack event) {
        Ticket ticket = find(event);
        OperatorId operator = operator(ticket);
        ticket.state = TicketState.Waiting.HERE;
        if (event.places() == 0) {
            desk.line.prepend(ticket);
        } else {
            desk.line.sink(ticket, event.places());
        }
        ticket.missed |= event.reason() == Event.Reason.NOT_JOINED;
        ticket.extensionsLeft -= event.reason() == Event.Reason.MORE_TIME ? 1 : 0;
        if (event.reason() == Event.Reason.MORE_TIME || event.reason() == Event.Reason.OPERATOR) {
            operators.passOver(operator, ticket.id());
        }
        operators.free(operator, event.at());
    }

    private void handedOff(Event.HandedOff event) {
        Ticket ticket = find(event);
        ticket.state = new TicketState.HandedOff(operator(ticket), event.at());
        ticket.handedOff = true;
        desk.line.remove(ticket);
    }

    private void answered(Event.Answered event) {
        Ticket ticket = find(event);
        OperatorId operator = operator(ticket);
        ticket.state = new TicketState.InCall(operator, event.began(), false);
        operators.answer(operator, event);
        countAnswer(ticket, event.began());
    }

    private void countAnswer(Ticket ticket, Instant at) {
        if (!ticket.answered) {
            ticket.answered = true;
            desk.day.answered(at, Duration.between(ticket.joined.at(), at));
        }
    }

    private void reassigned(Event.Reassigned event) {
        Ticket ticket = find(event);
        OperatorId before = operator(ticket);
        TicketId others = desk.roster.enrol(event.operator()).ticket();
        operators.exchange(before, event.operator(), event.at());
        ticket.passTo(event.operator());
        if (others != null) {
            desk.tickets.require(others).passTo(before);
        }
    }

    private void hungUp(Event.HungUp event) {
        Ticket ticket = find(event);
        TicketState.InCall call = (TicketState.InCall) ticket.state;
        ticket.state = new TicketState.InCall(call.operator(), call.since(), true);
        operators.oweOutcome(call.operator(), event);
    }

    private void ended(Event.Ended event) {
        Ticket ticket = find(event);
        TicketState before = ticket.state;
        OperatorId operator = ticket.operator();
        count(ticket, event);
        ticket.state = new TicketState.Ended(event.outcome(), event.at());
        desk.line.remove(ticket);
        desk.tickets.end(ticket);
        if (before instanceof TicketState.InCall) {
            operators.wrapUp(Objects.requireNonNull(operator), event.at());
        } else if (operator != null) {
            operators.free(operator, event.at());
        }
    }

    private void count(Ticket ticket, Event.Ended event) {
        boolean gaveUp = event.outcome() == Outcome.LEFT || event.outcome() == Outcome.ABANDONED;
        if (event.operator() != null) {
            desk.day.served(event.at());
        } else if (!ticket.answered && event.outcome().ofLostCaller()) {
            desk.day.abandoned(event.at());
        }
        if (gaveUp && !ticket.waitCounted) {
            Instant gone = ticket.parked == null ? event.at() : ticket.parked;
            desk.forecast.gaveUp(ticket, Duration.between(ticket.joined.at(), gone));
        }
    }

    /** The ticket stays where it is among those that ended; only what it counts as changes. */
    private void corrected(Event.Corrected event) {
        Ticket ticket = find(event);
        if (!(ticket.state instanceof TicketState.Ended before)) {
            return;
        }
        if (event.answered() != null && !ticket.answered) {
            if (before.outcome().ofLostCaller()) {
                desk.day.notAbandoned(before.at());
            }
            countAnswer(ticket, event.answered());
            desk.day.served(before.at());
            if (event.answered().isBefore(before.at())) {
                desk.forecast.handled(Duration.between(event.answered(), before.at()));
            }
        }
        ticket.state = new TicketState.Ended(event.outcome(), before.at());
    }

    private Ticket find(Event.OfTicket event) {
        return desk.tickets.require(event.ticket());
    }

    private static OperatorId operator(Ticket ticket) {
        return Objects.requireNonNull(ticket.operator());
    }
}
