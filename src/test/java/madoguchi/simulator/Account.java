package madoguchi.simulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A Zoom account as its admin has set it up. Owned by the simulator's event loop once that runs. */
public final class Account {

    /** A queue for web video. */
    public record Queue(String id, String ccId, String name) {}

    /** An entry point of a flow that leads into a queue; the variable is read from website data. */
    public record Entry(String id, String language, Queue queue, String itemKey, String objectPath) {}

    public static final String ID = "acc-Example";
    public static final String CLIENT = "client-Example";
    public static final String CLIENT_SECRET = "client-secret-Example";
    public static final String WEBHOOK_SECRET = "webhook-secret-Example";
    public static final String OLD_WEBHOOK_SECRET = "webhook-secret-before-Example";
    public static final String FLOW_SECRET = "flow-secret-Example-0123456789abcdef";
    public static final String VARIABLE = "global_custom.madoguchi.ticket";

    public static final Queue JA = new Queue("tq-ja", "ccq-ja", "helpdesk-ja");
    public static final Queue EN = new Queue("tq-en", "ccq-en", "helpdesk-en");

    /** What the documentation asks the admin to grant. */
    static final Set<String> ALL_SCOPES = Set.of(
            "contact_center:read:list_queues:admin",
            "contact_center:read:list_queue_agents:admin",
            "contact_center:read:list_users:admin",
            "contact_center:read:user:admin",
            "contact_center:read:list_user_queues:admin",
            "contact_center:update:user:admin",
            "contact_center:read:list_system_statues:admin",
            "contact_center:read:list_engagements:admin",
            "contact_center:read:engagement:admin",
            "contact_center:update:engagement:admin",
            "contact_center:read:list_business_hours:admin",
            "contact_center:read:list_closure_hours:admin",
            "contact_center:read:list_variables:admin",
            "contact_center:read:list_variable_logs:admin",
            "contact_center:read:flow:admin");

    final Set<String> scopes = new LinkedHashSet<>(ALL_SCOPES);
    final List<Queue> queues = List.of(JA, EN);
    final List<Entry> entries = List.of(
            new Entry("entry-ja", "ja-JP", JA, "madoguchi", "ticket"),
            new Entry("entry-en", "en-US", EN, "madoguchi", "ticket"));

    Queue queue(String id) {
        return queues.stream()
                .filter(queue -> queue.id().equals(id) || queue.ccId().equals(id))
                .findFirst()
                .orElseThrow(() -> new Absent("queue", id));
    }

    Entry entry(String id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Absent("entry", id));
    }
}
