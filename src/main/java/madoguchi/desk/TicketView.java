package madoguchi.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The immutable picture of one ticket.
 *
 * @param position 1 for the head, null unless waiting
 * @param microphone null until the rehearsal said something
 * @param extensionsLeft how often more time may still be asked for
 * @param consents each request of this ticket and its answer; null while unanswered
 */
public record TicketView(
        TicketId ticket,
        String language,
        @Nullable String topic,
        Instant joined,
        TicketState state,
        @Nullable Integer position,
        @Nullable WaitRange range,
        @Nullable MicrophoneResult microphone,
        int extensionsLeft,
        boolean mayStepAway,
        @Nullable Instant awayUntil,
        Map<ConsentId, @Nullable Boolean> consents,
        boolean feedbackGiven) {

    /** The operator the caller was called by, until the ticket has ended. */
    public Optional<OperatorId> operator() {
        if (state instanceof TicketState.Called called) {
            return Optional.of(called.operator());
        }
        if (state instanceof TicketState.HandedOff handedOff) {
            return Optional.of(handedOff.operator());
        }
        return state instanceof TicketState.InCall inCall ? Optional.of(inCall.operator()) : Optional.empty();
    }
}
