package madoguchi.desk;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One operator as the desk knows them. Owned by the desk's thread; changed by applying events alone. */
final class Operator {

    final OperatorId id;
    Set<Role> roles = Set.of();
    Set<String> languages = Set.of();

    /** The bits of the languages. */
    int spoken;

    OperatorStatus status = new OperatorStatus.Offline();

    /** Break or offline, wished for while busy: takes effect when the caller is done with. */
    Command.@Nullable Wish wish;

    /** The present status, or the wish, came from the desk: a call unanswered, or no sign of life. */
    boolean forced;

    /** What the call provider said last; null at a desk where operators say it themselves. */
    @Nullable
    Sighting sighting;

    /** A caller who needs more time or was put back: called again only when nobody else comes first. */
    @Nullable
    TicketId passesOver;

    /** When the call was answered that the operator is still busy with. */
    @Nullable
    Instant answered;

    Operator(OperatorId id) {
        this.id = id;
    }

    boolean available() {
        return status instanceof OperatorStatus.Available;
    }

    /** Whether a wish must wait until the caller is done with. */
    boolean occupied() {
        return ticket() != null;
    }

    /** What the operator is, or will be when the caller is done with. */
    Command.Wish wished() {
        if (wish != null) {
            return wish;
        }
        if (status instanceof OperatorStatus.Offline) {
            return Command.Wish.OFFLINE;
        }
        return status instanceof OperatorStatus.Break ? Command.Wish.BREAK : Command.Wish.AVAILABLE;
    }

    /** The ticket the operator is busy with. */
    @Nullable
    TicketId ticket() {
        if (status instanceof OperatorStatus.Ringing ringing) {
            return ringing.ticket();
        }
        if (status instanceof OperatorStatus.OnCall onCall) {
            return onCall.ticket();
        }
        return status instanceof OperatorStatus.WrapUp wrapUp ? wrapUp.ticket() : null;
    }

    /** The status as people write it. */
    String word() {
        if (status instanceof OperatorStatus.Offline) {
            return "offline";
        }
        if (status instanceof OperatorStatus.Available) {
            return "available";
        }
        if (status instanceof OperatorStatus.Ringing) {
            return "ringing";
        }
        if (status instanceof OperatorStatus.OnCall) {
            return "on-call";
        }
        if (status instanceof OperatorStatus.Occupied) {
            return "occupied";
        }
        return status instanceof OperatorStatus.WrapUp ? "wrap-up" : "break";
    }
}
