package madoguchi;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import madoguchi.call.CallProvider;
import madoguchi.desk.Command;
import madoguchi.host.DeskHost;
import madoguchi.http.Desks;
import madoguchi.settings.DeskSettings;

/** Opens the desks of the settings, each on an event loop of its own. */
final class DesksOf {

    private DesksOf() {}

    static Future<Desks> open(Vertx vertx, ServicesOf.Base base) {
        Map<String, Future<Desks.Counter>> opening = new LinkedHashMap<>();
        for (DeskSettings desk : base.settings().desks()) {
            opening.put(desk.id(), open(vertx, desk, base));
        }
        return Future.all(opening.values().stream().toList()).map(all -> {
            Map<String, Desks.Counter> open = new LinkedHashMap<>();
            opening.forEach((id, counter) -> open.put(id, counter.result()));
            return new Desks(open);
        });
    }

    private static Future<Desks.Counter> open(Vertx vertx, DeskSettings desk, ServicesOf.Base base) {
        return DeskHost.deploy(
                        vertx,
                        DeskOf.rules(desk, OpeningHoursOf.settings(desk.hours())),
                        DeskOf.presence(desk, base.settings().stream()),
                        new DeskHost.Stores(base.store().journal(), base.store().privateTable()),
                        base.clock(),
                        first(desk))
                .map(host -> {
                    CallProvider provider = CallsOf.settings(desk, host, base);
                    return new Desks.Counter(
                            host,
                            DeskOf.facts(
                                    desk,
                                    provider.name(),
                                    base.settings().call().origin()),
                            provider);
                });
    }

    /** What the operators did before a stop is not known after it, where it is the call provider who says. */
    private static List<Command> first(DeskSettings desk) {
        return desk.provider() == DeskSettings.Provider.ZOOM ? List.of(new Command.LoseSight()) : List.of();
    }
}
