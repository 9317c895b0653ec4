package madoguchi.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import madoguchi.desk.ReferenceDesk.ReferenceOperator;
import madoguchi.desk.ReferenceDesk.ReferenceTicket;
import org.jspecify.annotations.Nullable;

/** The rules of the desk once more, over {@link ReferenceDesk}: what each command gives, or null where it is refused. */
final class ReferenceRules {

    private static final List<Event> NOTHING = List.of();

    private final ReferenceDesk desk;

    ReferenceRules(ReferenceDesk desk) {
        this.desk = desk;
    }

    @Nullable
    List<Event> decide(Command command, Instant now) {
        if (command instanceof Command.Join c) {
            return join(c, now);
        }
        if (command instanceof Command.Enrol c) {
            ReferenceOperator known = desk.operator(c.operator());
            boolean same = known != null
                    && known.enrolled.roles().equals(c.roles())
                    && known.enrolled.languages().equals(c.languages());
            return same ? NOTHING : List.of(new Event.Enrolled(now, c.operator(), c.roles(), c.languages()));
        }
        if (command instanceof Command.SetStatus
                || command instanceof Command.SignOff
                || command instanceof Command.SetIntake) {
            return ofOperator(command, now);
        }
        List<Event> ofCaller = ofCaller(command, now);
        return ofCaller == NOT_MINE ? ofCall(command, now) : ofCaller;
    }

    private static final List<Event> NOT_MINE = new ArrayList<>();

    private @Nullable List<Event> join(Command.Join c, Instant now) {
        boolean again = desk.tickets.stream()
                .anyMatch(t -> (c.idempotencyKey() != null && c.idempotencyKey().equals(t.joined.idempotencyKey()))
                        || (c.device() != null && c.device().equals(t.joined.device()) && !t.in("ended"))
                        || t.id().equals(c.ticket()));
        if (again) {
            return NOTHING;
        }
        boolean taken = desk.open(now) && desk.intake == Intake.OPEN && desk.waiting() < desk.rules.capacity();
        if (!taken || !desk.rules.languages().contains(c.language())) {
            return null;
        }
        int ahead = desk.counted().size();
        return List.of(new Event.Joined(
                now, c.ticket(), c.language(), c.topic(), c.device(), c.idempotencyKey(), ahead, null));
    }

    private @Nullable List<Event> ofOperator(Command command, Instant now) {
        if (command instanceof Command.SetStatus c) {
            ReferenceOperator o = desk.operator(c.operator());
            if (o == null
                    || (c.wish() != Command.Wish.OFFLINE && !o.enrolled.roles().contains(Role.OPERATOR))) {
                return null;
            }
            return wished(o, c.wish()) ? NOTHING : List.of(change(o, c.wish(), false, now));
        }
        if (command instanceof Command.SetIntake c) {
            ReferenceOperator o = desk.operator(c.supervisor());
            return o == null || !o.enrolled.roles().contains(Role.SUPERVISOR)
                    ? null
                    : desk.intake == c.intake() ? NOTHING : List.of(new Event.IntakeChanged(now, c.intake(), o.id));
        }
        ReferenceOperator o = desk.operator(((Command.SignOff) command).operator());
        if (o == null) {
            return null;
        }
        List<Event> events = new ArrayList<>();
        if (!o.wish.equals("offline")) {
            events.add(change(o, Command.Wish.OFFLINE, true, now));
        }
        if (o.state.equals("ringing") && o.ticket != null) {
            events.add(new Event.WentBack(now, o.ticket.id(), Event.Reason.OPERATOR_GONE, 0));
        }
        return events;
    }

    private static boolean wished(ReferenceOperator operator, Command.Wish wish) {
        return operator.wish.equalsIgnoreCase(wish.name()) && !operator.state.equals("wrapping");
    }

    private static Event change(ReferenceOperator operator, Command.Wish wish, boolean forced, Instant now) {
        return new Event.StatusChanged(now, operator.id, wish, forced);
    }

    private static @Nullable List<Event> when(boolean may, Event event) {
        return may ? List.of(event) : null;
    }

    private @Nullable List<Event> ofCaller(Command command, Instant now) {
        ReferenceTicket t = ReferenceDesk.first(desk.tickets, x -> x.id().equals(RandomCommands.ticketOf(command)));
        if (t == null) {
            return RandomCommands.ticketOf(command) == null ? NOT_MINE : null;
        }
        if (command instanceof Command.Leave) {
            return t.in("ended", "owing") ? NOTHING : List.of(gone(t, now, Outcome.LEFT));
        } else if (command instanceof Command.CheckMicrophone c) {
            boolean may = t.in("here", "away", "parked", "called");
            return may && t.microphone == c.result()
                    ? NOTHING
                    : when(may, new Event.MicrophoneChecked(now, t.id(), c.result()));
        } else if (command instanceof Command.StepAway) {
            return when(
                    t.in("here") && !t.steppedAway,
                    new Event.SteppedAway(now, t.id(), now.plus(desk.rules.stepAway())));
        } else if (command instanceof Command.ComeBack) {
            return t.in("here") ? NOTHING : when(t.in("away"), new Event.CameBack(now, t.id()));
        } else if (command instanceof Command.Park) {
            return t.in("here") ? List.of(new Event.Parked(now, t.id())) : NOTHING;
        } else if (command instanceof Command.Unpark) {
            return t.in("parked") ? List.of(new Event.Returned(now, t.id())) : NOTHING;
        } else if (command instanceof Command.Abandon) {
            boolean idle = t.in("called", "ringing", "owing", "ended");
            return idle ? NOTHING : List.of(gone(t, now, Outcome.ABANDONED));
        } else if (command instanceof Command.GiveFeedback c) {
            boolean may = t.in("owing", "ended") && !t.feedback;
            return when(may, new Event.FeedbackGiven(now, t.id(), c.feedback()));
        }
        return NOT_MINE;
    }

    private static Event gone(ReferenceTicket ticket, Instant now, Outcome outcome) {
        return ticket.in("talking")
                ? new Event.HungUp(now, ticket.id())
                : new Event.Ended(now, ticket.id(), outcome, null);
    }

    private @Nullable List<Event> ofCall(Command command, Instant now) {
        if (command instanceof Command.CallNext c) {
            return callNext(c, now);
        }
        ReferenceTicket t = desk.find(java.util.Objects.requireNonNull(RandomCommands.ticketOf(command)));
        if (t == null) {
            return null;
        }
        if (command instanceof Command.ReportCall c) {
            return report(c.report(), t, now);
        } else if (command instanceof Command.Extend) {
            boolean may = t.in("called") && !t.moment.isBefore(now) && t.extensions > 0;
            return may ? extend(t, now) : null;
        } else if (command instanceof Command.HandOff) {
            boolean may = t.in("called") && !t.moment.isBefore(now) && t.microphone == MicrophoneResult.PASSED;
            return t.in("ringing") ? NOTHING : when(may, new Event.HandedOff(now, t.id()));
        } else if (command instanceof Command.AnswerConsent c) {
            String known = t.consents.getOrDefault(c.consent(), "unknown");
            boolean may = t.in("talking", "owing");
            return may && known.equals(String.valueOf(c.granted()))
                    ? NOTHING
                    : when(
                            may && known.equals("open"),
                            new Event.ConsentAnswered(now, t.id(), c.consent(), c.granted()));
        }
        return own(command, t, now);
    }

    private @Nullable List<Event> own(Command command, ReferenceTicket t, Instant now) {
        boolean own = t.operator != null && t.operator.equals(RandomCommands.operatorOf(command));
        if (!own) {
            return null;
        } else if (command instanceof Command.Answer) {
            return t.in("talking", "owing") ? NOTHING : when(t.in("ringing"), new Event.Answered(now, t.id(), null));
        } else if (command instanceof Command.PutBack) {
            return when(!t.in("owing"), new Event.WentBack(now, t.id(), Event.Reason.OPERATOR, 0));
        } else if (command instanceof Command.End c) {
            return when(t.in("talking", "owing"), new Event.Ended(now, t.id(), c.outcome(), c.operator()));
        }
        Command.AskConsent c = (Command.AskConsent) command;
        return t.in("talking") && t.consents.containsKey(c.consent())
                ? NOTHING
                : when(t.in("talking"), new Event.ConsentAsked(now, t.id(), c.consent(), c.operator()));
    }

    private @Nullable List<Event> callNext(Command.CallNext c, Instant now) {
        ReferenceOperator o = desk.operator(c.operator());
        if (o == null || !o.state.equals("available") || !desk.serves(now)) {
            return null;
        }
        ReferenceTicket t = c.ticket() == null ? desk.next(o) : desk.find(c.ticket());
        return t == null || !t.in("here") ? null : List.of(call(t, o, now, c.ticket() != null));
    }

    private Event call(ReferenceTicket t, ReferenceOperator o, Instant now, boolean picked) {
        return new Event.Called(now, t.id(), o.id, now.plus(desk.rules.joinWindow()), picked);
    }

    private List<Event> extend(ReferenceTicket t, Instant now) {
        ReferenceOperator o = java.util.Objects.requireNonNull(desk.operator(t.operator));
        boolean others = desk.line.stream().anyMatch(x -> x.ready() && o.speaks(x));
        return List.of(
                others
                        ? new Event.WentBack(now, t.id(), Event.Reason.MORE_TIME, 0)
                        : new Event.Extended(now, t.id(), now.plus(desk.rules.joinWindow())));
    }

    private @Nullable List<Event> report(CallReport report, ReferenceTicket t, Instant now) {
        Set<CallReport> heard = t.in("ringing")
                ? Set.of(CallReport.CONNECTED, CallReport.FAILED, CallReport.DROPPED, CallReport.ENDED)
                : t.in("talking") ? Set.of(CallReport.ENDED) : Set.of();
        if (!heard.contains(report)) {
            return t.in("ringing", "talking", "owing", "ended") || report == CallReport.STARTED ? NOTHING : null;
        }
        return List.of(
                switch (report) {
                    case CONNECTED -> new Event.Answered(now, t.id(), null);
                    case FAILED, DROPPED -> new Event.WentBack(now, t.id(), Event.Reason.CALL_FAILED, 0);
                    default -> gone(t, now, Outcome.LEFT);
                });
    }

    /** One round of what time makes due; empty when nothing is. */
    List<Event> due(Instant now) {
        List<Event> due = new ArrayList<>();
        if (!desk.serves(now)) {
            desk.line.forEach(t -> due.add(new Event.Ended(now, t.id(), Outcome.CLOSED, null)));
        }
        if (due.isEmpty()) {
            desk.operators.forEach(o -> lapsed(o, now, due));
        }
        if (due.isEmpty()) {
            desk.line.stream()
                    .filter(t -> t.in("away") && !t.moment.isAfter(now))
                    .min(Comparator.<ReferenceTicket, Instant>comparing(t -> t.moment)
                            .thenComparing(t -> t.id().value()))
                    .ifPresent(t -> due.add(new Event.CameBack(now, t.id())));
        }
        if (due.isEmpty() && desk.rules.calling() == DeskRules.Calling.AUTOMATIC) {
            desk.operators.stream()
                    .filter(o -> o.state.equals("available") && desk.next(o) != null)
                    .min(Comparator.comparing(o -> o.moment))
                    .ifPresent(o -> due.add(call(java.util.Objects.requireNonNull(desk.next(o)), o, now, false)));
        }
        return due;
    }

    private void lapsed(ReferenceOperator o, Instant now, List<Event> due) {
        ReferenceTicket t = o.ticket;
        if (o.state.equals("wrapping") && !o.moment.isAfter(now)) {
            due.add(change(o, Command.Wish.AVAILABLE, false, now));
        } else if (t != null && t.in("called") && !t.moment.isAfter(now)) {
            due.add(
                    t.missed
                            ? new Event.Ended(now, t.id(), Outcome.NO_SHOW, null)
                            : new Event.WentBack(now, t.id(), Event.Reason.NOT_JOINED, desk.rules.backPlaces()));
        } else if (t != null
                && t.in("ringing")
                && !t.moment.plus(desk.rules.ring()).isAfter(now)) {
            if (o.wish.equals("available")) {
                due.add(change(o, Command.Wish.BREAK, true, now));
            }
            due.add(new Event.WentBack(now, t.id(), Event.Reason.NOT_ANSWERED, 0));
        } else if (t != null && t.in("owing") && !o.moment.isAfter(now)) {
            due.add(new Event.Ended(now, t.id(), Outcome.DROPPED, null));
        }
    }
}
