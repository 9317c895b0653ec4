package madoguchi.desk;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has happened at a desk: the only thing that changes one, and what the journal keeps. No personal data. The record's
 * name is its type in the journal; a component may be added (nullable), never changed or removed.
 */
public sealed interface Event {

    Instant at();

    /** An event in the life of one ticket. */
    interface OfTicket {
        TicketId ticket();
    }

    /**
     * @param announced the range told in the join's answer, or null where none was known
     * @param ahead the tickets ahead at that moment
     */
    record Joined(
            Instant at,
            TicketId ticket,
            String language,
            @Nullable String topic,
            @Nullable String device,
            @Nullable String idempotencyKey,
            int ahead,
            @Nullable WaitRange announced)
            implements Event, OfTicket {}

    record MicrophoneChecked(Instant at, TicketId ticket, MicrophoneResult result) implements Event, OfTicket {}

    record SteppedAway(Instant at, TicketId ticket, Instant until) implements Event, OfTicket {}

    record CameBack(Instant at, TicketId ticket) implements Event, OfTicket {}

    record Parked(Instant at, TicketId ticket) implements Event, OfTicket {}

    record Returned(Instant at, TicketId ticket) implements Event, OfTicket {}

    record Called(Instant at, TicketId ticket, OperatorId operator, Instant until, boolean picked)
            implements Event, OfTicket {}

    record Extended(Instant at, TicketId ticket, Instant until) implements Event, OfTicket {}

    /** @param places how far down from its former place; 0 is the front of the line */
    record WentBack(Instant at, TicketId ticket, Reason reason, int places) implements Event, OfTicket {}

    /** Why a called ticket is in the line again. */
    enum Reason {
        NOT_JOINED,
        MORE_TIME,
        NOT_ANSWERED,
        CALL_FAILED,
        OPERATOR,
        OPERATOR_GONE
    }

    record HandedOff(Instant at, TicketId ticket) implements Event, OfTicket {}

    /** @param since when, as the provider says; null for {@code at}, where the operator or the caller's page said it */
    record Answered(Instant at, TicketId ticket, @Nullable Instant since) implements Event, OfTicket {

        Instant began() {
            return since == null ? at : since;
        }
    }

    /** The provider gave the caller to this operator; who was reserved takes over the caller this one was reserved for, if any. */
    record Reassigned(Instant at, TicketId ticket, OperatorId operator) implements Event, OfTicket {}

    record HungUp(Instant at, TicketId ticket) implements Event, OfTicket {}

    /** @param operator who named the outcome, or took the call that the provider ended; null when it was the caller or the clock */
    record Ended(
            Instant at,
            TicketId ticket,
            Outcome outcome,
            @Nullable OperatorId operator) implements Event, OfTicket {}

    /**
     * The provider told late how a ticket that had ended already came to its end.
     *
     * @param operator who answered it; null where only the outcome is another
     * @param answered when, of one that was taken for unanswered; null likewise
     */
    record Corrected(
            Instant at,
            TicketId ticket,
            Outcome outcome,
            @Nullable OperatorId operator,
            @Nullable Instant answered) implements Event, OfTicket {}

    record FeedbackGiven(Instant at, TicketId ticket, Feedback feedback) implements Event, OfTicket {}

    record ConsentAsked(Instant at, TicketId ticket, ConsentId consent, OperatorId operator)
            implements Event, OfTicket {}

    record ConsentAnswered(Instant at, TicketId ticket, ConsentId consent, boolean granted)
            implements Event, OfTicket {}

    record Enrolled(Instant at, OperatorId operator, Set<Role> roles, Set<String> languages) implements Event {}

    /** @param forced by a lease or an unanswered call rather than by the operator's own wish */
    record StatusChanged(Instant at, OperatorId operator, Command.Wish wish, boolean forced) implements Event {}

    /** The provider says what an operator is doing. */
    record Sighted(Instant at, OperatorId operator, Sighting sighting) implements Event {}

    /** @param seen whether there is news from the provider */
    record SightChanged(Instant at, boolean seen) implements Event {}

    record IntakeChanged(Instant at, Intake intake, OperatorId by) implements Event {}

    record NoticeChanged(Instant at, @Nullable Notice notice, OperatorId by) implements Event {}
}
