package madoguchi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What a caller may do beside joining and taking the call: rehearse, step away, leave, answer questions. */
final class CallerRules {

    private final DeskState desk;

    CallerRules(DeskState desk) {
        this.desk = desk;
    }

    void fill(Rules rules) {
        rules.on(Command.Leave.class, this::leave)
                .on(Command.CheckMicrophone.class, this::checkMicrophone)
                .on(Command.StepAway.class, this::stepAway)
                .on(Command.ComeBack.class, this::comeBack)
                .on(Command.GiveFeedback.class, this::giveFeedback)
                .on(Command.AnswerConsent.class, this::answerConsent);
    }

    private List<Event> leave(Command.Leave leave, Instant now) {
        Ticket ticket = desk.tickets.require(leave.ticket());
        if (ticket.state instanceof TicketState.InCall inCall) {
            return inCall.hungUp() ? List.of() : List.of(new Event.HungUp(now, ticket.id()));
        }
        return ticket.ended() ? List.of() : List.of(new Event.Ended(now, ticket.id(), Outcome.LEFT, null));
    }

    private List<Event> checkMicrophone(Command.CheckMicrophone check, Instant now) {
        Ticket ticket = desk.tickets.require(check.ticket());
        if (!ticket.waiting() && !(ticket.state instanceof TicketState.Called)) {
            throw Refused.state(check, ticket, "waiting or called");
        }
        return ticket.microphone == check.result()
                ? List.of()
                : List.of(new Event.MicrophoneChecked(now, ticket.id(), check.result()));
    }

    private List<Event> stepAway(Command.StepAway command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        if (!ticket.counted()) {
            throw Refused.state(command, ticket, "waiting");
        }
        if (ticket.steppedAway) {
            throw new RefusedException(new Refusal.AlreadySteppedAway());
        }
        return List.of(new Event.SteppedAway(now, ticket.id(), now.plus(desk.rules.stepAway())));
    }

    private List<Event> comeBack(Command.ComeBack command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        if (!ticket.counted()) {
            throw Refused.state(command, ticket, "stepped-away");
        }
        return ticket.waits(TicketState.Presence.HERE) ? List.of() : List.of(new Event.CameBack(now, ticket.id()));
    }

    private List<Event> giveFeedback(Command.GiveFeedback command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        boolean over = ticket.ended() || (ticket.state instanceof TicketState.InCall inCall && inCall.hungUp());
        if (!over) {
            throw Refused.state(command, ticket, "hung-up or ended");
        }
        if (ticket.feedbackGiven) {
            throw new RefusedException(new Refusal.FeedbackAlreadyGiven());
        }
        return List.of(new Event.FeedbackGiven(now, ticket.id(), command.feedback()));
    }

    private List<Event> answerConsent(Command.AnswerConsent command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        if (!(ticket.state instanceof TicketState.InCall)) {
            throw Refused.state(command, ticket, "in-call");
        }
        if (Objects.equals(ticket.consents.get(command.consent()), command.granted())) {
            return List.of();
        }
        if (!ticket.consents.containsKey(command.consent()) || ticket.consents.get(command.consent()) != null) {
            throw new RefusedException(new Refusal.UnknownConsent(command.consent()));
        }
        return List.of(new Event.ConsentAnswered(now, ticket.id(), command.consent(), command.granted()));
    }
}
