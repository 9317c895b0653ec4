package madoguchi.desk;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody, or the clock, asks of a desk. Random ids come with the command, so that the desk has no chance of its own. */
public sealed interface Command {

    /**
     * Takes a place at the end of the line; with the device or idempotency key of a live ticket, returns to that ticket.
     *
     * @param ticket the id the ticket gets if it is a new one
     * @param topic one of the desk's topics, or null
     * @param device keyed hash of the browser's device key, or null
     * @param idempotencyKey keyed hash of the request's {@code Idempotency-Key}, or null
     */
    record Join(
            TicketId ticket,
            String language,
            @Nullable String topic,
            @Nullable String device,
            @Nullable String idempotencyKey)
            implements Command {}

    record Leave(TicketId ticket) implements Command {}

    record CheckMicrophone(TicketId ticket, MicrophoneResult result) implements Command {}

    record StepAway(TicketId ticket) implements Command {}

    record ComeBack(TicketId ticket) implements Command {}

    /** The caller's lease ran out. */
    record Park(TicketId ticket) implements Command {}

    /** A parked caller gave a sign of life. */
    record Unpark(TicketId ticket) implements Command {}

    /** A caller without a sign of life for too long. */
    record Abandon(TicketId ticket) implements Command {}

    record Extend(TicketId ticket) implements Command {}

    record HandOff(TicketId ticket) implements Command {}

    record ReportCall(TicketId ticket, CallReport report) implements Command {}

    record GiveFeedback(TicketId ticket, Feedback feedback) implements Command {}

    record AnswerConsent(TicketId ticket, ConsentId consent, boolean granted) implements Command {}

    /** An operator who signs in: new here, or with new roles or languages. */
    record Enrol(OperatorId operator, Set<Role> roles, Set<String> languages) implements Command {}

    /** {@code AVAILABLE}, {@code BREAK} or {@code OFFLINE}; the last two wait for a running call's outcome. */
    record SetStatus(OperatorId operator, Wish wish) implements Command {}

    enum Wish {
        AVAILABLE,
        BREAK,
        OFFLINE
    }

    /** The operator's lease ran out: offline, marked as forced; a caller they had called goes back to the front. */
    record SignOff(OperatorId operator) implements Command {}

    /** Calls the first in the order of service, or the named ticket. */
    record CallNext(OperatorId operator, @Nullable TicketId ticket) implements Command {}

    /** The operator takes the ringing call. */
    record Answer(OperatorId operator, TicketId ticket) implements Command {}

    /** Ends a call with one of the outcomes that an operator may name. */
    record End(OperatorId operator, TicketId ticket, Outcome outcome) implements Command {

        public End {
            if (!outcome.ofCall()) {
                throw new IllegalArgumentException("outcome: " + outcome + " (expected: one of a call)");
            }
        }
    }

    /** Back to the front of the line. */
    record PutBack(OperatorId operator, TicketId ticket) implements Command {}

    record AskConsent(OperatorId operator, TicketId ticket, ConsentId consent) implements Command {}

    record SetIntake(OperatorId supervisor, Intake intake) implements Command {}

    /** @param notice null takes the present one down */
    record SetNotice(OperatorId supervisor, @Nullable Notice notice) implements Command {}

    /**
     * What the call provider says an operator is doing, at a desk with {@link DeskRules.Staffing#PROVIDER}; enrols one who is new.
     *
     * @param languages those in which the provider gives this operator callers
     */
    record Observe(OperatorId operator, Set<String> languages, Sighting sighting) implements Command {}

    /** No news from the provider for too long: nobody new is called until there is. */
    record LoseSight() implements Command {}

    record RegainSight() implements Command {}

    /** The provider says whom it rings for a caller handed off, whoever was reserved. */
    record Ring(TicketId ticket, OperatorId operator) implements Command {}

    /**
     * The provider says who answered, whoever was reserved; of a ticket that has ended too, where it was told late.
     *
     * @param since when it was, by the provider's clock; null for now
     */
    record Connect(
            TicketId ticket, OperatorId operator, @Nullable Instant since) implements Command {}

    /**
     * The provider says that it is done with the caller; of a ticket that has ended, how its outcome is called after all.
     *
     * @param outcome null while nobody has named one
     */
    record Conclude(TicketId ticket, @Nullable Outcome outcome) implements Command {}

    /** What time alone, or the state reached by now, makes due: windows, deadlines, closing, and calling automatically. */
    record Advance() implements Command {}
}
