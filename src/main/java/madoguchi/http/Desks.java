package madoguchi.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import madoguchi.call.CallPage;
import madoguchi.call.CallProvider;
import madoguchi.host.DeskHost;

/** The desks of this server by id. */
public record Desks(Map<String, Counter> byId) {

    /** One desk as the HTTP side needs it. */
    public record Counter(DeskHost host, DeskFacts facts, CallProvider provider) {}

    /** By desk, the origins whose widgets may read it and frame its room. */
    Map<String, List<String>> sites() {
        return byId.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().facts().sites()));
    }

    /** By desk, where its callers take their calls. */
    Map<String, CallPage> callPages() {
        return byId.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().provider().page()));
    }

    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** Whether anybody has ever signed in at any desk. */
    public Future<Boolean> anyOperators() {
        return Future.all(byId.values().stream()
                        .map(counter -> counter.host()
                                .ask((desk, now) -> !desk.operators().isEmpty()))
                        .toList())
                .map(all -> all.<Boolean>list().contains(true));
    }

    Counter at(RoutingContext ctx) {
        return get(ctx.pathParam("desk"));
    }

    Counter get(String id) {
        Counter counter = byId.get(id);
        if (counter == null) {
            throw new ProblemException(Problem.of(
                    404,
                    "unknown-desk",
                    "No such desk",
                    "desk: " + id + " (expected: one of " + String.join(", ", byId.keySet()) + ")"));
        }
        return counter;
    }
}
