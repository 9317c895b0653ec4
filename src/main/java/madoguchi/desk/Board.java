package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The immutable picture of a desk after a change. Small: it never holds the whole line.
 *
 * @param version the journal's version of the newest event in it
 * @param opens the next opening, when closed and known
 * @param closes the end of the present service; null when closed or never
 * @param waiting tickets in the line that count (parked ones do not)
 * @param ranges for each language of the desk the range for one who joins now, or null where unknown
 * @param notToday the languages whose next caller would probably not be reached before closing
 * @param longestWait since the oldest counted ticket joined; zero with nobody waiting
 * @param line the first {@link #LINE_SHOWN} counted or parked tickets in the order of the line
 * @param calls tickets called, handed off or in call
 */
public record Board(
        String desk,
        long version,
        Instant at,
        DeskState state,
        @Nullable Instant opens,
        @Nullable Instant closes,
        int waiting,
        int available,
        int busy,
        int onBreak,
        Map<String, @Nullable WaitRange> ranges,
        Set<String> notToday,
        @Nullable Notice notice,
        Intake intake,
        Duration longestWait,
        Today today,
        List<TicketView> line,
        List<TicketView> calls,
        List<OperatorView> operators) {

    public static final int LINE_SHOWN = 200;

    /** What the button says first. */
    public enum DeskState {
        OPEN,
        PAUSED,
        FULL,
        CLOSED,
        UNKNOWN
    }

    /**
     * Counts since midnight in the desk's zone.
     *
     * @param answered tickets answered for the first time
     * @param answeredInTime of {@code answered}, those within the service level
     * @param served tickets whose outcome an operator named
     * @param abandoned tickets that left, were given up or did not show up before anybody answered
     * @param halfHours the 48 of the day; the first begins at midnight
     */
    public record Today(
            int joined, int answered, int answeredInTime, int served, int abandoned, List<HalfHour> halfHours) {}

    public record HalfHour(int joined, int answered, int abandoned) {}

    /**
     * @param next the status wished for after the call, or null
     * @param forced the desk changed the status: a call went unanswered, or there was no sign of life
     */
    public record OperatorView(
            OperatorId operator,
            OperatorStatus status,
            Command.@Nullable Wish next,
            boolean forced,
            Set<String> languages,
            Set<Role> roles) {}
}
