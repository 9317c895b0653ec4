package madoguchi.desk;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is next: the order of service. */
final class CallUp {

    private final DeskState desk;

    CallUp(DeskState desk) {
        this.desk = desk;
    }

    /**
     * The first ready ticket whose language the operator speaks, or the first present one where none is ready. One that the
     * operator passes over comes after all others of its kind.
     */
    Optional<Ticket> next(Operator operator) {
        Ticket ready = first(Line.ready(operator.spoken), operator);
        return Optional.ofNullable(ready != null ? ready : first(Line.present(operator.spoken), operator));
    }

    boolean anybodyReady(Operator operator) {
        return desk.line.first(Line.ready(operator.spoken)) != null;
    }

    private @Nullable Ticket first(long mark, Operator operator) {
        Ticket first = desk.line.first(mark);
        if (first == null || !first.id().equals(operator.passesOver)) {
            return first;
        }
        Ticket second = desk.line.after(first, mark);
        return second == null ? first : second;
    }

    Event.Called call(Ticket ticket, Operator operator, Instant now) {
        return new Event.Called(now, ticket.id(), operator.id, now.plus(desk.rules.joinWindow()), false);
    }

    Event.Called pick(Ticket ticket, Operator operator, Instant now) {
        return new Event.Called(now, ticket.id(), operator.id, now.plus(desk.rules.joinWindow()), true);
    }
}
