package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads all agents of a queue. */
final class QueueAgents {

    private final ZoomApi api;

    QueueAgents(ZoomApi api) {
        this.api = api;
    }

    Future<Collection<Agent>> of(String queue) {
        String path = "/contact_center/queues/" + ZoomApi.part(queue) + "/agents";
        return Listing.read(api, path, Map.of(), QueueAgents::user).map(QueueAgents::agents);
    }

    private static String user(JsonObject row) {
        return Agent.of(row).map(Agent::user).orElse("");
    }

    private static List<Agent> agents(List<JsonObject> rows) {
        return rows.stream().map(Agent::of).flatMap(Optional::stream).toList();
    }
}
