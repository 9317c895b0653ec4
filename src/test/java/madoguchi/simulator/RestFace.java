package madoguchi.simulator;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.simulator.Agent.Status;

/** {@code /v2/contact_center/…}: what a desk reads and the little it may change. */
final class RestFace {

    private static final String SCOPE = "contact_center:";

    private final ContactCenter center;
    private final Gate gate;
    private final Paging paging;
    private final SimulatedClock clock;
    private final Switches switches;
    private final Set<String> readOnce = new HashSet<>();

    RestFace(ContactCenter center, Gate gate, Paging paging, SimulatedClock clock, Switches switches) {
        this.center = center;
        this.gate = gate;
        this.paging = paging;
        this.clock = clock;
        this.switches = switches;
    }

    void mount(Router router) {
        get(router, "/queues", "read:list_queues", ctx -> list(ctx, "queues", queues(), 100));
        get(router, "/queues/:id", "read:list_queues", ctx -> ctx.json(Records.queue(queueOf(ctx))));
        get(router, "/queues/:id/agents", "read:list_queue_agents", this::queueAgents);
        get(router, "/users", "read:list_users", ctx -> list(ctx, "users", users(), 100));
        get(router, "/users/:id", "read:user", ctx -> ctx.json(detail(agentOf(ctx))));
        get(router, "/users/:id/queues", "read:list_user_queues", this::userQueues);
        on(HttpMethod.PATCH, router, "/users/:id/status", "update:user", this::changeStatus);
        get(router, "/system_statuses", "read:list_system_statues", ctx -> list(ctx, "statuses", statuses(), 100));
        get(router, "/engagements", "read:list_engagements", ctx -> list(ctx, "engagements", ended(), 300));
        get(router, "/engagements/:id", "read:engagement", this::engagement);
        get(router, "/engagements/:id/events", "read:engagement", this::timeline);
        on(HttpMethod.PATCH, router, "/engagements/:id", "update:engagement", this::endEngagement);
        get(router, "/open_engagements", "read:list_engagements", this::open);
        get(router, "/business_hours", "read:list_business_hours", ctx -> list(ctx, "business_hours", List.of(), 100));
        get(router, "/closures", "read:list_closure_hours", ctx -> list(ctx, "closure_sets", List.of(), 100));
        get(router, "/variables", "read:list_variables", ctx -> list(ctx, "variables", variables(), 100));
        get(router, "/variable_logs", "read:list_variable_logs", ctx -> list(ctx, "variable_logs", logs(ctx), 100));
        get(router, "/flows_entry_points", "read:flow", ctx -> list(ctx, "entry_points", entries(), 100));
    }

    private void get(Router router, String path, String scope, Handler<RoutingContext> operation) {
        on(HttpMethod.GET, router, path, scope, operation);
    }

    private void on(HttpMethod method, Router router, String path, String scope, Handler<RoutingContext> operation) {
        router.route(method, "/v2/contact_center" + path).handler(gate.before(SCOPE + scope + ":admin", operation));
    }

    private void list(RoutingContext ctx, String name, List<JsonObject> all, int largest) {
        ctx.json(paging.page(ctx, name, all, largest));
    }

    private Account.Queue queueOf(RoutingContext ctx) {
        return center.account.queue(ctx.pathParam("id"));
    }

    private Agent agentOf(RoutingContext ctx) {
        return center.agent(ctx.pathParam("id"));
    }

    private List<JsonObject> queues() {
        return center.account.queues.stream().map(Records::queue).toList();
    }

    private void queueAgents(RoutingContext ctx) {
        Account.Queue queue = queueOf(ctx);
        List<JsonObject> all = center.agents.stream()
                .filter(agent -> agent.queues.contains(queue))
                .map(agent -> Records.agent(agent, queue))
                .toList();
        list(ctx, "agents", all, 100);
    }

    private List<JsonObject> users() {
        return center.agents.stream().map(Records::user).toList();
    }

    private static JsonObject detail(Agent agent) {
        return Records.user(agent)
                .put("sub_status_name", agent.sub)
                .put("channel_settings", new JsonObject().put("multi_channel_engagements", new JsonObject()));
    }

    private void userQueues(RoutingContext ctx) {
        list(ctx, "queues", agentOf(ctx).queues.stream().map(Records::queue).toList(), 300);
    }

    private void changeStatus(RoutingContext ctx) {
        String wanted = ctx.body().asJsonObject().getString("status_id", "");
        Status status = Stream.of(Status.values())
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("status_id: " + wanted));
        center.become(agentOf(ctx), status, "");
        ctx.response().setStatusCode(204).end();
    }

    private static List<JsonObject> statuses() {
        return Stream.of(Status.values())
                .map(status -> new JsonObject()
                        .put("status_id", status.id())
                        .put("status_name", status.word)
                        .put("status_type", "default")
                        .put("status_category", "agent_status")
                        .put("enable", true))
                .toList();
    }

    /** Only what is over and processed can be read. */
    private boolean readable(Engagement engagement) {
        Instant ended = engagement.ended;
        return ended != null && !clock.instant().isBefore(ended.plus(switches.time(Switch.RECORD_AFTER)));
    }

    private List<JsonObject> ended() {
        return center.engagements.stream()
                .filter(this::readable)
                .map(Records::engagement)
                .toList();
    }

    private void engagement(RoutingContext ctx) {
        Engagement engagement = center.engagement(ctx.pathParam("id"));
        if (!readable(engagement)) {
            throw new Absent("engagement", engagement.id);
        }
        boolean empty = switches.on(Switch.RECORD_EMPTY_FIRST) && readOnce.add(engagement.id);
        ctx.json(empty ? new JsonObject() : Records.engagement(engagement));
    }

    private void timeline(RoutingContext ctx) {
        Engagement engagement = center.engagement(ctx.pathParam("id"));
        ctx.json(new JsonObject().put("events", new JsonArray(List.copyOf(engagement.timeline))));
    }

    private void endEngagement(RoutingContext ctx) {
        Engagement engagement = center.engagement(ctx.pathParam("id"));
        String action = ctx.body().asJsonObject().getString("engagement_action", "");
        if (!action.equals("end") || engagement.ended != null) {
            throw new IllegalArgumentException(
                    "Invalid engagement_status: " + engagement.state.name().toLowerCase(Locale.ROOT));
        }
        center.callerEnds(engagement);
        ctx.response().setStatusCode(204).end();
    }

    private void open(RoutingContext ctx) {
        if (!switches.on(Switch.OPEN_ENGAGEMENTS)) {
            throw new Absent("operation", "open_engagements");
        }
        List<JsonObject> all = center.engagements.stream()
                .filter(engagement -> engagement.ended == null)
                .map(Records::open)
                .toList();
        list(ctx, "engagements", all, 100);
    }

    private static List<JsonObject> variables() {
        return List.of(new JsonObject()
                .put("variable_id", "variable-ticket")
                .put("variable_name", Account.VARIABLE)
                .put("data_type", "string"));
    }

    private List<JsonObject> logs(RoutingContext ctx) {
        String name = ctx.request().getParam("variable_name", "");
        String value = ctx.request().getParam("variable_value", "");
        Instant until = clock.instant().minus(switches.time(Switch.LOGS_AFTER));
        return center.engagements.stream()
                .filter(each -> name.isEmpty() || name.equals(Account.VARIABLE))
                .filter(each -> !each.ticket.isEmpty() && (value.isEmpty() || value.equals(each.ticket)))
                .filter(each -> !each.started.isAfter(until))
                .map(Records::log)
                .toList();
    }

    private List<JsonObject> entries() {
        return center.account.entries.stream().map(Records::entry).toList();
    }
}
