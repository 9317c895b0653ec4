package madoguchi.host;

import io.vertx.core.Future;
import madoguchi.desk.Desk;
import madoguchi.desk.DeskRules;
import madoguchi.journal.Journal;

/** Reads a desk from its journal: the newest snapshot, then all events after it. */
final class DeskReplay {

    private static final int PAGE = 10_000;

    private DeskReplay() {}

    static Future<Desk> load(DeskRules rules, Journal journal) {
        return journal.snapshot(rules.desk())
                .map(snapshot -> snapshot == null ? new Desk(rules) : Desk.restore(rules, snapshot))
                .compose(desk -> catchUp(desk, rules, journal));
    }

    private static Future<Desk> catchUp(Desk desk, DeskRules rules, Journal journal) {
        return journal.read(rules.desk(), desk.version(), PAGE).compose(page -> {
            page.forEach(recorded -> desk.apply(recorded.event()));
            return page.size() < PAGE ? Future.succeededFuture(desk) : catchUp(desk, rules, journal);
        });
    }
}
