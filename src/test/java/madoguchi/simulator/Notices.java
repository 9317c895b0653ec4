package madoguchi.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What each event carries: the documented fields, those seen in the wild, or the few that may be relied on. */
final class Notices {

    private final Webhooks webhooks;
    private final SimulatedClock clock;
    private final Switches switches;

    Notices(Webhooks webhooks, SimulatedClock clock, Switches switches) {
        this.webhooks = webhooks;
        this.clock = clock;
        this.switches = switches;
    }

    void engagement(String event, Engagement engagement) {
        engagement.timeline.add(new JsonObject()
                .put("event_type", event)
                .put("start_time", now())
                .put("channel", "video"));
        JsonObject needed = new JsonObject().put("engagement_id", engagement.id);
        Agent agent = engagement.agent;
        if (event.startsWith("engagement_user_") && agent != null) {
            needed.put("user_id", agent.userId());
        }
        JsonObject rest = new JsonObject()
                .put("channel", "video")
                .put("channel_source", "web_video")
                .put("direction", "inbound")
                .put("consumer_id", "consumer-" + engagement.id)
                .put("consumer_display_name", "Web visitor")
                .put("flow_id", "flow-" + engagement.entry.language())
                .put("flow_name", "online-call")
                .put("date_time", now());
        if (needed.containsKey("user_id") && agent != null) {
            rest.put("user_display_name", agent.name);
        }
        put(rest, "disposition_name", event.endsWith("disposition_added") ? engagement.disposition : null);
        send(event, needed, rest);
    }

    void task(String event, Engagement engagement) {
        if (!switches.on(Switch.TASK_EVENTS)) {
            return;
        }
        JsonObject needed = new JsonObject().put("task_id", engagement.taskId).put("engagement_id", engagement.id);
        Account.Queue queue = engagement.queue;
        JsonObject rest = new JsonObject()
                .put("task_status", engagement.state.word())
                .put("channel_id", "channel-video")
                .put("channel_name", "video")
                .put("flow_id", "flow-" + engagement.entry.language())
                .put("flow_name", "online-call")
                .put("queue_id", queue.id())
                .put("cc_queue_id", queue.ccId())
                .put("queue_name", queue.name())
                .put("auto_assign", false)
                .put("caller_number", "")
                .put("callee_number", "")
                .put("created_time", seconds(engagement.started))
                .put("created_time_ms", engagement.started.toString())
                .put("last_modified_time", now())
                .put("last_modified_time_ms", clock.instant().toString());
        Agent agent = engagement.agent;
        put(rest, "assigned_user_id", event.startsWith("task_reservation") && agent != null ? agent.userId() : null);
        send(event, needed, rest);
    }

    /** @param change made between the reading of what was and of what is */
    void status(Agent agent, Agent.Status status, String sub, Runnable change) {
        JsonObject needed = new JsonObject().put("user_id", agent.userId());
        JsonObject rest = new JsonObject()
                .put("current_status_name", status.word)
                .put("current_sub_status_name", sub)
                .put("display_name", agent.name)
                .put("user_email", agent.email())
                .put("previous_status_id", agent.status.id())
                .put("previous_status_name", agent.status.word)
                .put("previous_sub_status_name", agent.sub)
                .put("current_status_id", status.id())
                .put("current_sub_status_id", "")
                .put("date_time", now());
        change.run();
        send("user_status_changed", needed, rest);
    }

    void opted(Agent agent, Account.Queue queue, boolean in) {
        JsonObject needed = new JsonObject().put("user_id", agent.userId());
        JsonObject rest = new JsonObject()
                .put("display_name", agent.name)
                .put("user_email", agent.email())
                .put("queue_id", queue.id())
                .put("cc_queue_id", queue.ccId())
                .put("date_time", now());
        send(in ? "user_opt_in" : "user_opt_out", needed, rest);
    }

    private void send(String event, JsonObject needed, JsonObject rest) {
        JsonObject object = switches.on(Switch.WEBHOOK_BARE) ? needed : needed.mergeIn(rest);
        if (switches.on(Switch.WEBHOOK_EXTRA)) {
            object.put("new_in_2027", new JsonObject().put("deep", new JsonObject().put("list", "1,2,3")));
        }
        webhooks.send("contact_center." + event, object);
    }

    private static void put(JsonObject into, String key, @Nullable String value) {
        if (value != null) {
            into.put(key, value);
        }
    }

    private String now() {
        return seconds(clock.instant());
    }

    static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
