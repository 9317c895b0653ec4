package madoguchi.desk;

import java.time.Instant;
import java.util.List;

/** From the turn to the end of the call. */
final class CallRules {

    private final DeskState desk;
    private final CallUp callUp;

    CallRules(DeskState desk, CallUp callUp) {
        this.desk = desk;
        this.callUp = callUp;
    }

    void fill(Rules rules) {
        rules.on(Command.CallNext.class, this::callNext)
                .on(Command.Extend.class, this::extend)
                .on(Command.HandOff.class, this::handOff)
                .on(Command.Answer.class, this::answer)
                .on(Command.ReportCall.class, this::report)
                .on(Command.PutBack.class, this::putBack)
                .on(Command.End.class, this::end)
                .on(Command.AskConsent.class, this::askConsent);
    }

    private List<Event> callNext(Command.CallNext command, Instant now) {
        Operator operator = desk.roster.require(command.operator());
        if (!operator.available()) {
            throw Refused.status(command, operator, "available");
        }
        if (!desk.timetable.serves(now)) {
            throw new RefusedException(new Refusal.NobodyWaiting());
        }
        if (command.ticket() == null) {
            Ticket next = callUp.next(operator).orElseThrow(() -> new RefusedException(new Refusal.NobodyWaiting()));
            return List.of(callUp.call(next, operator, now));
        }
        Ticket picked = desk.tickets.require(command.ticket());
        if (!picked.waits(TicketState.Presence.HERE)) {
            throw Refused.state(command, picked, "waiting");
        }
        return List.of(callUp.pick(picked, operator, now));
    }

    private List<Event> extend(Command.Extend command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        TicketState.Called called = called(command, ticket, now);
        if (ticket.extensionsLeft == 0) {
            throw new RefusedException(new Refusal.NoExtensionLeft());
        }
        boolean othersReady = callUp.anybodyReady(desk.roster.require(called.operator()));
        return List.of(
                othersReady
                        ? new Event.WentBack(now, ticket.id(), Event.Reason.MORE_TIME, 0)
                        : new Event.Extended(now, ticket.id(), now.plus(desk.rules.joinWindow())));
    }

    private List<Event> handOff(Command.HandOff command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        if (ticket.state instanceof TicketState.HandedOff) {
            return List.of();
        }
        called(command, ticket, now);
        if (!ticket.passed()) {
            throw new RefusedException(new Refusal.MicrophoneCheckRequired());
        }
        return List.of(new Event.HandedOff(now, ticket.id()));
    }

    /** The state of a ticket whose join window is open. */
    private static TicketState.Called called(Command command, Ticket ticket, Instant now) {
        if (ticket.state instanceof TicketState.Called called && !called.until().isBefore(now)) {
            return called;
        }
        throw Refused.state(command, ticket, "called, the join window open");
    }

    private List<Event> answer(Command.Answer command, Instant now) {
        Ticket ticket = own(command, command.operator(), command.ticket());
        if (ticket.state instanceof TicketState.InCall) {
            return List.of();
        }
        if (!(ticket.state instanceof TicketState.HandedOff)) {
            throw Refused.state(command, ticket, "handed-off");
        }
        return List.of(new Event.Answered(now, ticket.id(), null));
    }

    /** A report is a hint: one that comes late changes nothing. */
    private List<Event> report(Command.ReportCall command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        if (ticket.state instanceof TicketState.HandedOff) {
            return reportRinging(command.report(), ticket, now);
        }
        if (ticket.state instanceof TicketState.InCall inCall) {
            boolean hangsUp = command.report() == CallReport.ENDED && !inCall.hungUp();
            return hangsUp ? List.of(new Event.HungUp(now, ticket.id())) : List.of();
        }
        if (ticket.ended() || command.report() == CallReport.STARTED) {
            return List.of();
        }
        throw Refused.state(command, ticket, "handed-off or in-call");
    }

    private static List<Event> reportRinging(CallReport report, Ticket ticket, Instant now) {
        return switch (report) {
            case STARTED -> List.of();
            case CONNECTED -> List.of(new Event.Answered(now, ticket.id(), null));
            case FAILED, DROPPED -> List.of(new Event.WentBack(now, ticket.id(), Event.Reason.CALL_FAILED, 0));
            case ENDED -> List.of(new Event.Ended(now, ticket.id(), Outcome.LEFT, null));
        };
    }

    private List<Event> putBack(Command.PutBack command, Instant now) {
        Ticket ticket = own(command, command.operator(), command.ticket());
        if (ticket.state instanceof TicketState.InCall inCall && inCall.hungUp()) {
            throw Refused.state(command, ticket, "called, handed-off or in-call");
        }
        return List.of(new Event.WentBack(now, ticket.id(), Event.Reason.OPERATOR, 0));
    }

    private List<Event> end(Command.End command, Instant now) {
        Ticket ticket = own(command, command.operator(), command.ticket());
        if (!(ticket.state instanceof TicketState.InCall)) {
            throw Refused.state(command, ticket, "in-call");
        }
        return List.of(new Event.Ended(now, ticket.id(), command.outcome(), command.operator()));
    }

    private List<Event> askConsent(Command.AskConsent command, Instant now) {
        Ticket ticket = own(command, command.operator(), command.ticket());
        if (!(ticket.state instanceof TicketState.InCall inCall) || inCall.hungUp()) {
            throw Refused.state(command, ticket, "in-call");
        }
        return ticket.consents.containsKey(command.consent())
                ? List.of()
                : List.of(new Event.ConsentAsked(now, ticket.id(), command.consent(), command.operator()));
    }

    /** The ticket, if it is the one this operator is busy with. */
    private Ticket own(Command command, OperatorId id, TicketId named) {
        Operator operator = desk.roster.require(id);
        Ticket ticket = desk.tickets.require(named);
        if (ticket.ended() || ticket.waiting()) {
            throw Refused.state(command, ticket, "with this operator");
        }
        if (!named.equals(operator.ticket())) {
            throw Refused.status(command, operator, "busy with " + named);
        }
        return ticket;
    }
}
