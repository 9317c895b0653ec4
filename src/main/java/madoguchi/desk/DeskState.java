package madoguchi.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a desk is made of. Read by the rules, changed by applying events alone. Owned by the desk's thread. */
final class DeskState {

    final DeskRules rules;
    final Timetable timetable;
    final Line line = new Line();
    final Tickets tickets = new Tickets();
    final Roster roster = new Roster();
    final Day day;
    final Forecast forecast;
    Intake intake = Intake.OPEN;

    @Nullable
    Notice notice;

    /** Whether it is known what the operators are doing; always, where they say it themselves. */
    boolean seen;

    long version;

    DeskState(DeskRules rules, Forecast forecast) {
        this.rules = rules;
        this.timetable = new Timetable(rules.hours(), rules.grace());
        this.day = new Day(rules.zone(), rules.answeredWithin());
        this.forecast = forecast;
        this.seen = rules.staffing() == DeskRules.Staffing.CONSOLE;
    }

    /** Empty while no operator at work speaks the language, and while nobody knows. */
    Optional<WaitRange> range(int ahead, int language) {
        return seen ? forecast.range(ahead, language, roster) : Optional.empty();
    }
}
