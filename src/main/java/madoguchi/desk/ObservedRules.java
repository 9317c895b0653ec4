package madoguchi.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A desk whose calls are answered in the call provider: its operators are observed. What the provider says are hints, late,
 * doubled and out of order: one that no longer fits changes nothing.
 */
final class ObservedRules {

    private static final Set<Role> ROLES = Set.of(Role.OPERATOR);

    private final DeskState desk;

    ObservedRules(DeskState desk) {
        this.desk = desk;
    }

    void fill(Rules rules) {
        rules.on(Command.Observe.class, this::observe)
                .on(Command.LoseSight.class, (command, now) -> sight(false, now))
                .on(Command.RegainSight.class, (command, now) -> sight(true, now))
                .on(Command.Conclude.class, this::conclude)
                .refuse(
                        new Refusal.AnsweredElsewhere(),
                        Command.SetStatus.class,
                        Command.CallNext.class,
                        Command.Answer.class,
                        Command.PutBack.class,
                        Command.End.class,
                        Command.AskConsent.class);
    }

    private List<Event> observe(Command.Observe command, Instant now) {
        Operator known = desk.roster.find(command.operator()).orElse(null);
        List<Event> events = new ArrayList<>(3);
        if (known == null || !known.roles.equals(ROLES) || !known.languages.equals(command.languages())) {
            events.add(new Event.Enrolled(now, command.operator(), ROLES, command.languages()));
        }
        if (known == null || known.sighting != command.sighting()) {
            events.add(new Event.Sighted(now, command.operator(), command.sighting()));
            if (known != null) {
                events.addAll(released(known, command.sighting(), now));
            }
        }
        return events;
    }

    /**
     * A caller who is merely called does not wait for an operator who takes no calls; one already handed off is the provider's to
     * give to another. Who is seen doing something else than calling has ended the call they
     * were seen in, and is done with the one that the caller has ended.
     */
    private List<Event> released(Operator operator, Sighting sighting, Instant now) {
        TicketId id = operator.ticket();
        if (id == null) {
            return List.of();
        }
        TicketState state = desk.tickets.require(id).state;
        if (state instanceof TicketState.Called && sighting != Sighting.READY) {
            return List.of(goneFrom(id, now));
        }
        boolean wasSeen = operator.sighting == Sighting.OCCUPIED;
        return state instanceof TicketState.InCall call && sighting != Sighting.OCCUPIED && (wasSeen || call.hungUp())
                ? List.of(ClockRules.unnamed(desk, operator, id, now))
                : List.of();
    }

    static Event goneFrom(TicketId ticket, Instant now) {
        return new Event.WentBack(now, ticket, Event.Reason.OPERATOR_GONE, 0);
    }

    private List<Event> sight(boolean seen, Instant now) {
        return desk.seen == seen ? List.of() : List.of(new Event.SightChanged(now, seen));
    }

    private List<Event> conclude(Command.Conclude command, Instant now) {
        Ticket ticket = desk.tickets.require(command.ticket());
        if (ticket.state instanceof TicketState.HandedOff) {
            return List.of(new Event.Ended(now, ticket.id(), Outcome.ABANDONED, null));
        }
        if (!(ticket.state instanceof TicketState.InCall call)) {
            return Corrections.named(ticket, command.outcome(), now);
        }
        if (command.outcome() != null) {
            return List.of(new Event.Ended(now, ticket.id(), command.outcome(), call.operator()));
        }
        return call.hungUp() ? List.of() : List.of(new Event.HungUp(now, ticket.id()));
    }
}
