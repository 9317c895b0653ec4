package madoguchi.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a desk does not do what a command asks; nothing has changed. */
public sealed interface Refusal {

    record UnknownTicket(TicketId ticket) implements Refusal {}

    record UnknownOperator(OperatorId operator) implements Refusal {}

    /** The ticket's state allows no such thing. Both states are named as people write them, e.g. {@code waiting}. */
    record WrongTicketState(String command, String state, String expected) implements Refusal {}

    record WrongOperatorStatus(String command, String status, String expected) implements Refusal {}

    record DeskClosed(@Nullable Instant opens) implements Refusal {}

    record DeskPaused() implements Refusal {}

    record LineFull(int capacity) implements Refusal {}

    record MicrophoneCheckRequired() implements Refusal {}

    record NoExtensionLeft() implements Refusal {}

    record AlreadySteppedAway() implements Refusal {}

    record NobodyWaiting() implements Refusal {}

    record UnknownLanguage(String language) implements Refusal {}

    record UnknownTopic(String topic) implements Refusal {}

    record UnknownConsent(ConsentId consent) implements Refusal {}

    /** At this desk the call provider says what operators do. */
    record AnsweredElsewhere() implements Refusal {}

    record NotASupervisor() implements Refusal {}

    record NotAnOperator() implements Refusal {}

    record FeedbackAlreadyGiven() implements Refusal {}
}
