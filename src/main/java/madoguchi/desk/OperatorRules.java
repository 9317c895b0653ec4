package madoguchi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What operators and supervisors may do beside calls. */
final class OperatorRules {

    private final DeskState desk;

    OperatorRules(DeskState desk) {
        this.desk = desk;
    }

    void fill(Rules rules) {
        rules.on(Command.Enrol.class, this::enrol)
                .on(Command.SetStatus.class, this::setStatus)
                .on(Command.SetIntake.class, this::setIntake)
                .on(Command.SetNotice.class, this::setNotice);
    }

    private List<Event> enrol(Command.Enrol command, Instant now) {
        for (String language : command.languages()) {
            if (!desk.rules.languages().contains(language)) {
                throw new RefusedException(new Refusal.UnknownLanguage(language));
            }
        }
        boolean known = desk.roster.all().stream()
                .anyMatch(o -> o.id.equals(command.operator())
                        && o.roles.equals(command.roles())
                        && o.languages.equals(command.languages()));
        return known
                ? List.of()
                : List.of(new Event.Enrolled(now, command.operator(), command.roles(), command.languages()));
    }

    private List<Event> setStatus(Command.SetStatus command, Instant now) {
        Operator operator = desk.roster.require(command.operator());
        if (command.wish() != Command.Wish.OFFLINE && !operator.roles.contains(Role.OPERATOR)) {
            throw new RefusedException(new Refusal.NotAnOperator());
        }
        boolean wrapsUp = operator.status instanceof OperatorStatus.WrapUp && !operator.occupied();
        return command.wish() == operator.wished() && !wrapsUp
                ? List.of()
                : List.of(new Event.StatusChanged(now, operator.id, command.wish(), false));
    }

    private List<Event> setIntake(Command.SetIntake command, Instant now) {
        checkSupervisor(command.supervisor());
        return command.intake() == desk.intake
                ? List.of()
                : List.of(new Event.IntakeChanged(now, command.intake(), command.supervisor()));
    }

    private List<Event> setNotice(Command.SetNotice command, Instant now) {
        checkSupervisor(command.supervisor());
        return Objects.equals(command.notice(), desk.notice)
                ? List.of()
                : List.of(new Event.NoticeChanged(now, command.notice(), command.supervisor()));
    }

    private void checkSupervisor(OperatorId id) {
        if (!desk.roster.require(id).roles.contains(Role.SUPERVISOR)) {
            throw new RefusedException(new Refusal.NotASupervisor());
        }
    }
}
