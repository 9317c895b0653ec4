package madoguchi.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** How REST writes what the contact centre has. */
final class Records {

    private Records() {}

    static JsonObject queue(Account.Queue queue) {
        return new JsonObject()
                .put("queue_id", queue.id())
                .put("cc_queue_id", queue.ccId())
                .put("queue_name", queue.name())
                .put("channel", "video")
                .put("channel_types", new JsonArray().add("video"));
    }

    static JsonObject agent(Agent agent, Account.Queue queue) {
        return user(agent)
                .put("role_id", "role-agent")
                .put("opt_in_out_status", agent.optedOut.contains(queue) ? 0 : 1)
                .put("teams", new JsonArray());
    }

    static JsonObject user(Agent agent) {
        return new JsonObject()
                .put("user_id", agent.userId())
                .put("cc_user_id", "cc-" + agent.userId())
                .put("display_name", agent.name)
                .put("user_email", agent.email())
                .put("role_name", "Agent")
                .put("status_id", agent.status.id())
                .put("status_name", agent.status.word)
                .put("user_access", agent.active ? "active" : "inactive");
    }

    static JsonObject entry(Account.Entry entry) {
        return new JsonObject()
                .put("entry_id", entry.id())
                .put("entry_name", "online-call-" + entry.language())
                .put("entry_language", entry.language())
                .put("flow_id", "flow-" + entry.language())
                .put("flow_name", "online-call")
                .put("channel", "video");
    }

    static JsonObject engagement(Engagement engagement) {
        Account.Queue queue = engagement.queue;
        Instant ended = Objects.requireNonNull(engagement.ended);
        Instant answered = Objects.requireNonNullElse(engagement.answered, ended);
        return new JsonObject()
                .put("engagement_id", engagement.id)
                .put("direction", "inbound")
                .put("start_time", Notices.seconds(engagement.started))
                .put("end_time", Notices.seconds(ended))
                .put("duration", seconds(engagement.started, ended))
                .put("channels", list(new JsonObject().put("channel", "video").put("channel_source", "web_video")))
                .put("consumers", list(new JsonObject().put("consumer_id", "consumer-" + engagement.id)))
                .put("queues", list(queue(queue)))
                .put("agents", agents(engagement))
                .put("waiting_duration", seconds(engagement.started, answered))
                .put("talk_duration", seconds(answered, ended))
                .put("dispositions", dispositions(engagement))
                .put("events", new JsonArray(List.copyOf(engagement.timeline)));
    }

    private static JsonArray agents(Engagement engagement) {
        Agent agent = engagement.agent;
        return agent == null || engagement.answered == null
                ? new JsonArray()
                : list(new JsonObject().put("user_id", agent.userId()).put("display_name", agent.name));
    }

    private static JsonArray dispositions(Engagement engagement) {
        String named = engagement.disposition;
        return named == null
                ? new JsonArray()
                : list(new JsonObject()
                        .put("disposition_id", "disposition-" + named)
                        .put("disposition_name", named));
    }

    static JsonObject open(Engagement engagement) {
        return new JsonObject()
                .put("engagement_id", engagement.id)
                .put("status", engagement.state.word())
                .put("channel", "video")
                .put("queue_id", engagement.queue.id())
                .put("start_time", Notices.seconds(engagement.started));
    }

    static JsonObject log(Engagement engagement) {
        return new JsonObject()
                .put("engagement_id", engagement.id)
                .put("variable_name", Account.VARIABLE)
                .put("variable_value", engagement.ticket)
                .put("created_time", Notices.seconds(engagement.started));
    }

    private static JsonArray list(JsonObject one) {
        return new JsonArray().add(one);
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
