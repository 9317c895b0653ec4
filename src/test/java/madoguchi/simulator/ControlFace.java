package madoguchi.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.stream.Stream;
import madoguchi.simulator.Agent.Status;

/** {@code /_sim/…}: agents, switches and time in the hand of whoever tries things out. */
final class ControlFace {

    private final ContactCenter center;
    private final Webhooks webhooks;
    private final SimulatedClock clock;
    private final Switches switches;

    ControlFace(ContactCenter center, Webhooks webhooks, SimulatedClock clock, Switches switches) {
        this.center = center;
        this.webhooks = webhooks;
        this.clock = clock;
        this.switches = switches;
    }

    void mount(Router router) {
        router.get("/_sim/state").handler(ctx -> ctx.json(state()));
        router.post("/_sim/agents/:id/:act").handler(this::act);
        router.put("/_sim/switches").handler(this::turn);
        router.post("/_sim/clock").handler(this::advance);
        router.post("/_sim/validate")
                .handler(ctx -> webhooks.validate().onSuccess(right -> ctx.json(new JsonObject().put("right", right))));
    }

    private void act(RoutingContext ctx) {
        try {
            perform(
                    center.agent(ctx.pathParam("id")),
                    ctx.pathParam("act"),
                    ctx.request().getParam("disposition", ""));
            ctx.json(state());
        } catch (Absent absent) {
            ctx.response().setStatusCode(404).end(absent.getMessage());
        }
    }

    private void perform(Agent agent, String act, String disposition) {
        switch (act) {
            case "login", "not-ready" -> center.become(agent, Status.NOT_READY, "");
            case "ready" -> center.become(agent, Status.READY, "");
            case "break" -> center.become(agent, Status.NOT_READY, "Break");
            case "logout" -> center.become(agent, Status.OFFLINE, "");
            case "answer" -> center.answer(agent);
            case "reject" -> center.reject(agent);
            case "hangup" -> center.hangUp(agent);
            case "wrapup-done" -> center.wrappedUp(agent, disposition.isEmpty() ? null : disposition);
            case "opt-out", "opt-in" -> agent.queues.forEach(queue -> center.opt(agent, queue, act.equals("opt-in")));
            default -> throw new Absent("act", act);
        }
    }

    private void turn(RoutingContext ctx) {
        try {
            ctx.body().asJsonObject().forEach(entry -> switches.turn(Switch.valueOf(entry.getKey()), entry.getValue()));
            ctx.json(state());
        } catch (IllegalArgumentException wrong) {
            ctx.response().setStatusCode(400).end(wrong.getMessage());
        }
    }

    private void advance(RoutingContext ctx) {
        clock.advance(Duration.parse(ctx.body().asJsonObject().getString("advance")));
        ctx.json(state());
    }

    private JsonObject state() {
        JsonObject turned = new JsonObject();
        Stream.of(Switch.values()).forEach(each -> turned.put(each.name(), switches.value(each)));
        return new JsonObject()
                .put("now", clock.instant().toString())
                .put("agents", list(center.agents.stream().map(ControlFace::agent)))
                .put("engagements", list(center.engagements.stream().map(ControlFace::engagement)))
                .put("deliveries", list(webhooks.deliveries.stream().map(ControlFace::delivery)))
                .put("switches", turned);
    }

    private static JsonArray list(Stream<JsonObject> all) {
        return new JsonArray(all.toList());
    }

    private static JsonObject agent(Agent agent) {
        return new JsonObject()
                .put("id", agent.id)
                .put("name", agent.name)
                .put("status", agent.status.word)
                .put("sub", agent.sub)
                .put(
                        "queues",
                        list(agent.queues.stream()
                                .map(queue -> new JsonObject()
                                        .put("name", queue.name())
                                        .put("optedIn", !agent.optedOut.contains(queue)))));
    }

    private static JsonObject engagement(Engagement engagement) {
        Agent agent = engagement.agent;
        return new JsonObject()
                .put("id", engagement.id)
                .put("ticket", engagement.ticket)
                .put("queue", engagement.queue.name())
                .put("state", engagement.state.word())
                .put("agent", agent == null ? null : agent.id)
                .put("dropped", engagement.dropped)
                .put("sharing", engagement.sharing)
                .put("disposition", engagement.disposition);
    }

    private static JsonObject delivery(Delivery delivery) {
        return new JsonObject()
                .put("event", delivery.event())
                .put("status", delivery.status())
                .put("attempt", delivery.attempt());
    }
}
