package madoguchi;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import madoguchi.call.direct.SignalRelay;
import madoguchi.host.DeskHost;
import madoguchi.http.Desks;
import madoguchi.journal.SqliteStore;
import madoguchi.settings.DeskSettings;
import madoguchi.settings.Settings;

/** Opens the desks of the settings, each on an event loop of its own. */
final class DesksOf {

    private DesksOf() {}

    static Future<Desks> open(Vertx vertx, Settings settings, SqliteStore store, InstantSource clock) {
        Map<String, Future<Desks.Counter>> opening = new LinkedHashMap<>();
        for (DeskSettings desk : settings.desks()) {
            opening.put(desk.id(), open(vertx, desk, settings.stream(), store, clock));
        }
        return Future.all(opening.values().stream().toList()).map(all -> {
            Map<String, Desks.Counter> open = new LinkedHashMap<>();
            opening.forEach((id, counter) -> open.put(id, counter.result()));
            return new Desks(open);
        });
    }

    private static Future<Desks.Counter> open(
            Vertx vertx, DeskSettings desk, Settings.Stream stream, SqliteStore store, InstantSource clock) {
        return DeskHost.deploy(
                        vertx,
                        DeskOf.rules(desk, OpeningHoursOf.settings(desk.hours())),
                        DeskOf.presence(desk, stream),
                        store.journal(),
                        store.privateTable(),
                        clock)
                .map(host -> new Desks.Counter(host, DeskOf.facts(desk), new SignalRelay(host, clock)));
    }
}
