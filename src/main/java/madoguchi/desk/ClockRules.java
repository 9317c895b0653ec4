package madoguchi.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What time alone, or the state reached by now, makes due. One kind at a time: who asks goes on until nothing is due. */
final class ClockRules {

    private final DeskState desk;
    private final CallUp callUp;

    ClockRules(DeskState desk, CallUp callUp) {
        this.desk = desk;
        this.callUp = callUp;
    }

    void fill(Rules rules) {
        rules.on(Command.Advance.class, (advance, now) -> advance(now));
    }

    private List<Event> advance(Instant now) {
        List<Event> due = closed(now);
        if (due.isEmpty()) {
            due = desk.roster.all().stream()
                    .flatMap(operator -> lapsed(operator, now).stream())
                    .toList();
        }
        if (due.isEmpty()) {
            due = cameBack(now);
        }
        return due.isEmpty() ? nextCall(now) : due;
    }

    /** The grace is over: who still waits, or was called and has not joined, is told so. */
    private List<Event> closed(Instant now) {
        if (desk.line.isEmpty() || desk.timetable.serves(now)) {
            return List.of();
        }
        return Arrays.stream(desk.line.taken())
                .map(ticket -> (Event) new Event.Ended(now, ticket.id(), Outcome.CLOSED, null))
                .toList();
    }

    private List<Event> cameBack(Instant now) {
        return desk.tickets
                .firstAway()
                .filter(ticket -> reached(ticket.awayUntil, now))
                .map(ticket -> List.<Event>of(new Event.CameBack(now, ticket.id())))
                .orElse(List.of());
    }

    private List<Event> lapsed(Operator operator, Instant now) {
        Instant deadline = deadline(operator);
        if (!reached(deadline, now)) {
            return List.of();
        }
        TicketId id = operator.ticket();
        if (id == null) {
            return List.of(new Event.StatusChanged(now, operator.id, Command.Wish.AVAILABLE, false));
        }
        Ticket ticket = desk.tickets.require(id);
        if (ticket.state instanceof TicketState.Called) {
            return notJoined(ticket, now);
        }
        return ticket.state instanceof TicketState.HandedOff
                ? notAnswered(ticket, operator, now)
                : List.of(unnamed(desk, operator, id, now));
    }

    /** The end of a call for which nobody named an outcome. */
    static Event unnamed(DeskState desk, Operator operator, TicketId ticket, Instant now) {
        boolean observed = desk.rules.staffing() == DeskRules.Staffing.PROVIDER;
        return new Event.Ended(now, ticket, desk.rules.unnamed(), observed ? operator.id : null);
    }

    private List<Event> notJoined(Ticket ticket, Instant now) {
        return List.of(
                ticket.missed
                        ? new Event.Ended(now, ticket.id(), Outcome.NO_SHOW, null)
                        : new Event.WentBack(now, ticket.id(), Event.Reason.NOT_JOINED, desk.rules.backPlaces()));
    }

    /** Who does not answer goes on a break; what an observed operator does is the provider's to say. */
    private static List<Event> notAnswered(Ticket ticket, Operator operator, Instant now) {
        Event back = new Event.WentBack(now, ticket.id(), Event.Reason.NOT_ANSWERED, 0);
        return operator.sighting == null && operator.wished() == Command.Wish.AVAILABLE
                ? List.of(new Event.StatusChanged(now, operator.id, Command.Wish.BREAK, true), back)
                : List.of(back);
    }

    /** Of the available operators, the one who has been so for longest and has somebody to call. */
    private List<Event> nextCall(Instant now) {
        if (!desk.seen || desk.line.counted() == 0 || desk.rules.calling() == DeskRules.Calling.MANUAL) {
            return List.of();
        }
        return desk.roster.all().stream()
                .filter(Operator::available)
                .sorted(Comparator.comparing(ClockRules::since))
                .flatMap(operator -> callUp.next(operator).stream().map(ticket -> callUp.call(ticket, operator, now)))
                .findFirst()
                .map(List::<Event>of)
                .orElse(List.of());
    }

    private static Instant since(Operator operator) {
        return operator.status instanceof OperatorStatus.Available available ? available.since() : Instant.MAX;
    }

    /** When something about this operator lapses, or null if nothing pends. */
    private @Nullable Instant deadline(Operator operator) {
        if (operator.status instanceof OperatorStatus.WrapUp wrapUp) {
            return wrapUp.until();
        }
        if (operator.status instanceof OperatorStatus.Ringing ringing) {
            TicketState state = desk.tickets.require(ringing.ticket()).state;
            return state instanceof TicketState.HandedOff handedOff
                    ? handedOff.since().plus(desk.rules.ring())
                    : ((TicketState.Called) state).until();
        }
        return null;
    }

    /** When {@code Advance} must be asked next at the latest. */
    Optional<Instant> nextDue(Instant now) {
        Stream<Instant> others = Stream.of(
                        desk.tickets.firstAway().map(ticket -> ticket.awayUntil),
                        Optional.ofNullable(desk.timetable.closes(now)),
                        Optional.ofNullable(desk.timetable.opens(now)),
                        lastCall(now))
                .flatMap(Optional::stream);
        return Stream.concat(desk.roster.all().stream().flatMap(o -> Stream.ofNullable(deadline(o))), others)
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> lastCall(Instant now) {
        if (desk.line.isEmpty()) {
            return Optional.empty();
        }
        return desk.timetable.serves(now) ? Optional.ofNullable(desk.timetable.lastCall(now)) : Optional.of(now);
    }

    private static boolean reached(@Nullable Instant deadline, Instant now) {
        return deadline != null && !deadline.isAfter(now);
    }
}
