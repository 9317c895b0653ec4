package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import madoguchi.call.zoom.ZoomException.Reason;

/** Reads all agents of a queue, page by page. */
final class QueueAgents {

    /** The most that Zoom gives for this list. */
    private static final String PAGE = "100";

    private final ZoomApi api;

    QueueAgents(ZoomApi api) {
        this.api = api;
    }

    Future<Collection<Agent>> of(String queue) {
        return new Reading("/contact_center/queues/" + ZoomApi.part(queue) + "/agents").page("");
    }

    /** One walk through the pages. It ends without a next page, and where a page or its token comes again: Zoom is known to repeat the first. */
    private final class Reading {

        private final String path;
        private final Map<String, Agent> agents = new LinkedHashMap<>();
        private final Set<String> tokens = new HashSet<>();

        Reading(String path) {
            this.path = path;
        }

        Future<Collection<Agent>> page(String token) {
            Map<String, String> query = new LinkedHashMap<>(Map.of("page_size", PAGE));
            if (!token.isEmpty()) {
                query.put("next_page_token", token);
            }
            return api.get(path, query).compose(this::take);
        }

        private Future<Collection<Agent>> take(JsonObject page) {
            if (!(page.getValue("agents") instanceof JsonArray rows)) {
                return Future.failedFuture(new ZoomException(Reason.UNREACHABLE, "no agents in Zoom's answer"));
            }
            boolean anyNew = false;
            for (Object row : rows) {
                anyNew |= row instanceof JsonObject json
                        && Agent.of(json)
                                .filter(agent -> agents.putIfAbsent(agent.user(), agent) == null)
                                .isPresent();
            }
            boolean more = anyNew
                    && page.getValue("next_page_token") instanceof String next
                    && !next.isEmpty()
                    && tokens.add(next);
            return more ? page(page.getString("next_page_token")) : Future.succeededFuture(agents.values());
        }
    }
}
