package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What events make of the operators. Owned by the desk's thread. */
final class OperatorEffects {

    private final DeskState desk;

    OperatorEffects(DeskState desk) {
        this.desk = desk;
    }

    void fill(Effects effects) {
        effects.on(Event.Enrolled.class, this::enrolled)
                .on(Event.StatusChanged.class, this::statusChanged)
                .on(Event.Sighted.class, this::sighted)
                .on(Event.SightChanged.class, event -> desk.seen = event.seen())
                .on(Event.IntakeChanged.class, event -> desk.intake = event.intake())
                .on(Event.NoticeChanged.class, event -> desk.notice = event.notice());
    }

    private void enrolled(Event.Enrolled event) {
        Operator operator = desk.roster.enrol(event.operator());
        desk.roster.change(operator, () -> {
            operator.roles = Set.copyOf(event.roles());
            operator.languages = Set.copyOf(event.languages());
            operator.spoken = desk.rules.bits(event.languages());
        });
        if (!operator.roles.contains(Role.OPERATOR)) {
            wish(operator, Command.Wish.OFFLINE, event.at());
        }
    }

    private void statusChanged(Event.StatusChanged event) {
        Operator operator = desk.roster.enrol(event.operator());
        operator.forced = event.forced();
        wish(operator, event.wish(), event.at());
    }

    private void sighted(Event.Sighted event) {
        Operator operator = desk.roster.enrol(event.operator());
        operator.sighting = event.sighting();
        if (!operator.occupied()) {
            free(operator, event.at());
        }
    }

    /** One operator takes the caller of another, who takes over what the first had before or is free. */
    void exchange(OperatorId from, OperatorId to, Instant at) {
        Operator one = desk.roster.enrol(from);
        Operator other = desk.roster.enrol(to);
        OperatorStatus taken = one.status;
        Instant answered = one.answered == null ? null : at;
        handled(one, at);
        if (other.occupied()) {
            become(one, other.status);
        } else {
            free(one, at);
        }
        other.answered = answered;
        become(other, taken);
    }

    private void wish(Operator operator, Command.Wish wish, Instant at) {
        operator.wish = wish == Command.Wish.AVAILABLE ? null : wish;
        if (!operator.occupied()) {
            free(operator, at);
        }
    }

    void ring(Event.Called event) {
        Operator operator = desk.roster.enrol(event.operator());
        operator.passesOver = null;
        become(operator, new OperatorStatus.Ringing(event.ticket(), event.at()));
    }

    void answer(OperatorId id, Event.Answered event) {
        Operator operator = desk.roster.enrol(id);
        operator.answered = event.began();
        operator.sighting = operator.sighting == null ? null : inCall(event);
        become(operator, new OperatorStatus.OnCall(event.ticket(), event.began()));
    }

    /** Where only the caller's page says so, it may be somebody else who answered: free for nobody until the provider says so. */
    private static Sighting inCall(Event.Answered event) {
        return event.since() == null ? Sighting.AWAY : Sighting.OCCUPIED;
    }

    /** The caller hung up; the operator still owes the outcome. */
    void oweOutcome(OperatorId id, Event.HungUp event) {
        Instant until = event.at().plus(desk.rules.outcomeWithin());
        become(desk.roster.enrol(id), new OperatorStatus.WrapUp(event.ticket(), until));
    }

    /** After a call whose outcome is known. Who wished for a break or the end of the day has it now. */
    void wrapUp(OperatorId id, Instant at) {
        Operator operator = desk.roster.enrol(id);
        if (operator.wish == null && operator.sighting == null) {
            become(operator, new OperatorStatus.WrapUp(null, at.plus(desk.rules.wrapUp())));
        } else {
            free(operator, at);
        }
    }

    void passOver(OperatorId id, TicketId ticket) {
        desk.roster.enrol(id).passesOver = ticket;
    }

    void free(OperatorId id, Instant at) {
        free(desk.roster.enrol(id), at);
    }

    private void free(Operator operator, Instant at) {
        handled(operator, at);
        become(operator, operator.sighting == null ? chosen(operator.wish, at) : observed(operator.sighting, at));
        operator.wish = null;
    }

    /** The time spent on a call is known. */
    private void handled(Operator operator, Instant at) {
        if (operator.answered != null) {
            desk.forecast.handled(Duration.between(operator.answered, at));
            operator.answered = null;
        }
    }

    private static OperatorStatus chosen(Command.@Nullable Wish wish, Instant at) {
        if (wish == null) {
            return new OperatorStatus.Available(at);
        }
        return wish == Command.Wish.BREAK ? new OperatorStatus.Break(at) : new OperatorStatus.Offline();
    }

    private static OperatorStatus observed(Sighting sighting, Instant at) {
        return switch (sighting) {
            case READY -> new OperatorStatus.Available(at);
            case OCCUPIED -> new OperatorStatus.Occupied(at);
            case AWAY -> new OperatorStatus.Break(at);
            case OFFLINE -> new OperatorStatus.Offline();
        };
    }

    private void become(Operator operator, OperatorStatus status) {
        desk.roster.change(operator, () -> operator.status = status);
    }
}
