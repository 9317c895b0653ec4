package madoguchi.desk;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operators as the plain data of a snapshot, and back. */
final class Staffs {

    private Staffs() {}

    static DeskSnapshot.Staff of(Operator operator) {
        return new DeskSnapshot.Staff(
                operator.id,
                operator.roles,
                operator.languages,
                duty(operator.status),
                operator.ticket(),
                moment(operator.status),
                operator.wish,
                operator.forced,
                operator.passesOver,
                operator.answered,
                operator.sighting);
    }

    private static DeskSnapshot.Duty duty(OperatorStatus status) {
        if (status instanceof OperatorStatus.Available) {
            return DeskSnapshot.Duty.AVAILABLE;
        }
        if (status instanceof OperatorStatus.Ringing) {
            return DeskSnapshot.Duty.RINGING;
        }
        if (status instanceof OperatorStatus.OnCall) {
            return DeskSnapshot.Duty.ON_CALL;
        }
        if (status instanceof OperatorStatus.WrapUp) {
            return DeskSnapshot.Duty.WRAP_UP;
        }
        if (status instanceof OperatorStatus.Occupied) {
            return DeskSnapshot.Duty.OCCUPIED;
        }
        return status instanceof OperatorStatus.Break ? DeskSnapshot.Duty.BREAK : DeskSnapshot.Duty.OFFLINE;
    }

    private static @Nullable Instant moment(OperatorStatus status) {
        if (status instanceof OperatorStatus.Available available) {
            return available.since();
        }
        if (status instanceof OperatorStatus.Ringing ringing) {
            return ringing.since();
        }
        if (status instanceof OperatorStatus.OnCall onCall) {
            return onCall.since();
        }
        if (status instanceof OperatorStatus.WrapUp wrapUp) {
            return wrapUp.until();
        }
        if (status instanceof OperatorStatus.Occupied occupied) {
            return occupied.since();
        }
        return status instanceof OperatorStatus.Break pause ? pause.since() : null;
    }

    static void restore(DeskSnapshot.Staff staff, DeskState desk) {
        Operator operator = desk.roster.enrol(staff.operator());
        desk.roster.change(operator, () -> {
            operator.roles = Set.copyOf(staff.roles());
            operator.languages = Set.copyOf(staff.languages());
            operator.spoken = desk.rules.bits(staff.languages());
            operator.status = status(staff);
        });
        operator.wish = staff.wish();
        operator.forced = staff.forced();
        operator.passesOver = staff.passesOver();
        operator.answered = staff.answered();
        operator.sighting = staff.sighting();
    }

    private static OperatorStatus status(DeskSnapshot.Staff staff) {
        return switch (staff.duty()) {
            case OFFLINE -> new OperatorStatus.Offline();
            case AVAILABLE -> new OperatorStatus.Available(at(staff));
            case RINGING -> new OperatorStatus.Ringing(Objects.requireNonNull(staff.ticket()), at(staff));
            case ON_CALL -> new OperatorStatus.OnCall(Objects.requireNonNull(staff.ticket()), at(staff));
            case WRAP_UP -> new OperatorStatus.WrapUp(staff.ticket(), at(staff));
            case OCCUPIED -> new OperatorStatus.Occupied(at(staff));
            case BREAK -> new OperatorStatus.Break(at(staff));
        };
    }

    private static Instant at(DeskSnapshot.Staff staff) {
        return Objects.requireNonNull(staff.moment());
    }
}
