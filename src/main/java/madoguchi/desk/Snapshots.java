package madoguchi.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import madoguchi.desk.waits.WaitEstimator;

/** Takes snapshots and makes desks of them. */
final class Snapshots {

    private Snapshots() {}

    static DeskState empty(DeskRules rules) {
        return new DeskState(rules, new Forecast(new WaitEstimator(rules.meanCall(), rules.meanPatience())));
    }

    static DeskSnapshot take(DeskState desk) {
        return new DeskSnapshot(
                desk.rules.desk(),
                desk.version,
                desk.line.moves(),
                desk.intake,
                desk.notice,
                desk.day.end(),
                desk.day.counts(),
                desk.forecast.snapshot(),
                desk.seen,
                Arrays.stream(desk.line.taken()).map(Places::of).toList(),
                calls(desk),
                desk.tickets.ended().stream().map(Places::of).toList(),
                desk.roster.all().stream().map(Staffs::of).toList());
    }

    private static List<DeskSnapshot.Place> calls(DeskState desk) {
        return desk.roster.all().stream()
                .map(Operator::ticket)
                .filter(Objects::nonNull)
                .map(id -> desk.tickets.require(Objects.requireNonNull(id)))
                .filter(ticket -> !(ticket.state instanceof TicketState.Called))
                .map(Places::of)
                .toList();
    }

    static DeskState restore(DeskRules rules, DeskSnapshot snapshot) {
        DeskState desk = new DeskState(rules, new Forecast(WaitEstimator.restore(snapshot.waits())));
        desk.version = snapshot.version();
        desk.intake = snapshot.intake();
        desk.notice = snapshot.notice();
        desk.seen = snapshot.seen();
        if (snapshot.dayEnd() != null) {
            desk.day.restore(snapshot.dayEnd(), snapshot.today());
        }
        snapshot.operators().forEach(staff -> Staffs.restore(staff, desk));
        snapshot.ended().forEach(place -> desk.tickets.add(Places.restore(place, desk.rules)));
        snapshot.calls().forEach(place -> desk.tickets.add(Places.restore(place, desk.rules)));
        for (DeskSnapshot.Place place : snapshot.line()) {
            Ticket ticket = Places.restore(place, desk.rules);
            desk.tickets.add(ticket);
            desk.line.append(ticket);
        }
        desk.line.restoreMoves(snapshot.moves());
        return desk;
    }
}
