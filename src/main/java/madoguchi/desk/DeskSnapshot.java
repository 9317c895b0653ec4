package madoguchi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import madoguchi.desk.waits.WaitSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Everything a desk is made of at one version, as plain data: restoring it and replaying what came after gives the same desk.
 *
 * @param version of the newest event in it, 0 for a desk to which nothing has happened
 * @param moves see {@link Desk#moves}
 * @param dayEnd the midnight at which {@code today} is over, or null before the first event
 * @param line the waiting and called tickets in order
 * @param calls the tickets handed off or in call
 * @param ended the tickets that ended a short while ago, in the order of ending
 */
public record DeskSnapshot(
        String desk,
        long version,
        long moves,
        Intake intake,
        @Nullable Notice notice,
        @Nullable Instant dayEnd,
        Board.Today today,
        WaitSnapshot waits,
        boolean seen,
        List<Place> line,
        List<Place> calls,
        List<Place> ended,
        List<Staff> operators) {

    /** One ticket: its join, its state laid flat, and the rest of {@link Ticket}. */
    public record Place(
            TicketId ticket,
            Instant joined,
            String language,
            @Nullable String topic,
            @Nullable String device,
            @Nullable String idempotencyKey,
            int ahead,
            @Nullable WaitRange announced,
            Phase phase,
            @Nullable OperatorId operator,
            @Nullable Instant moment,
            @Nullable Outcome outcome,
            @Nullable MicrophoneResult microphone,
            int extensionsLeft,
            boolean steppedAway,
            @Nullable Instant awayUntil,
            boolean missed,
            boolean handedOff,
            boolean answered,
            boolean waitCounted,
            @Nullable Instant parked,
            double point,
            boolean feedbackGiven,
            List<Consent> consents) {}

    /** A ticket's state; {@code moment} of the place is its {@code until}, {@code since} or {@code at}. */
    public enum Phase {
        HERE,
        STEPPED_AWAY,
        PARKED,
        CALLED,
        HANDED_OFF,
        IN_CALL,
        HUNG_UP,
        ENDED
    }

    public record Consent(ConsentId consent, @Nullable Boolean granted) {}

    /** One operator: the status laid flat, and the rest of {@link Operator}. {@code moment} is its {@code since} or {@code until}. */
    public record Staff(
            OperatorId operator,
            Set<Role> roles,
            Set<String> languages,
            Duty duty,
            @Nullable TicketId ticket,
            @Nullable Instant moment,
            Command.@Nullable Wish wish,
            boolean forced,
            @Nullable TicketId passesOver,
            @Nullable Instant answered,
            @Nullable Sighting sighting) {}

    public enum Duty {
        OFFLINE,
        AVAILABLE,
        RINGING,
        ON_CALL,
        WRAP_UP,
        BREAK,
        OCCUPIED
    }
}
