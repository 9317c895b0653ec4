package madoguchi.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the call provider tells of a ticket that has ended already: it may be an answer, or the name of its outcome. */
final class Corrections {

    private Corrections() {}

    /**
     * It was answered, and is no caller who gave up: counted so, with the desk's unnamed outcome until there is a name.
     *
     * @param since when, by the provider's clock; at the end at the latest, and then where nobody knows
     */
    static List<Event> answered(
            DeskState desk, Ticket ticket, OperatorId operator, @Nullable Instant since, Instant now) {
        if (ticket.answered || !(ticket.state instanceof TicketState.Ended ended)) {
            return List.of();
        }
        Instant answered = between(ticket.joined.at(), since == null ? ended.at() : since, ended.at());
        return List.of(new Event.Corrected(now, ticket.id(), desk.rules.unnamed(), operator, answered));
    }

    /** Its outcome has a name after all; one that nobody answered has none. */
    static List<Event> named(Ticket ticket, @Nullable Outcome outcome, Instant now) {
        boolean other = ticket.state instanceof TicketState.Ended ended && ended.outcome() != outcome;
        return outcome != null && ticket.answered && other
                ? List.of(new Event.Corrected(now, ticket.id(), outcome, null, null))
                : List.of();
    }

    /** The moment, if the provider's clock does not go wrong. */
    static Instant between(Instant earliest, Instant told, Instant latest) {
        return told.isBefore(earliest) ? earliest : told.isAfter(latest) ? latest : told;
    }
}
