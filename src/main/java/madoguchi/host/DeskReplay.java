package madoguchi.host;

import io.vertx.core.Future;
import madoguchi.desk.Desk;
import madoguchi.desk.DeskRules;
import madoguchi.journal.Journal;

/** Reads a desk from its journal: the newest snapshot, then all events after it. */
final class DeskReplay {

    private static final int PAGE = 10_000;

    private DeskReplay() {}

    /** @param snapshotAt the version of the snapshot it began with; 0 where there was none */
    record Replayed(Desk desk, long snapshotAt) {}

    static Future<Replayed> load(DeskRules rules, Journal journal) {
        return journal.snapshot(rules.desk()).compose(snapshot -> {
            Desk begun = snapshot == null ? new Desk(rules) : Desk.restore(rules, snapshot);
            long snapshotAt = begun.version();
            return catchUp(begun, rules, journal).map(desk -> new Replayed(desk, snapshotAt));
        });
    }

    private static Future<Desk> catchUp(Desk desk, DeskRules rules, Journal journal) {
        return journal.read(rules.desk(), desk.version(), PAGE).compose(page -> {
            page.forEach(recorded -> desk.apply(recorded.event()));
            return page.size() < PAGE ? Future.succeededFuture(desk) : catchUp(desk, rules, journal);
        });
    }
}
