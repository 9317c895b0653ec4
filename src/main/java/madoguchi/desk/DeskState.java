package madoguchi.desk;

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

    long version;

    DeskState(DeskRules rules, Forecast forecast) {
        this.rules = rules;
        this.timetable = new Timetable(rules.hours(), rules.grace());
        this.day = new Day(rules.zone(), rules.answeredWithin());
        this.forecast = forecast;
    }
}
