package madoguchi.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One caller's way through the contact centre. */
final class Engagement {

    enum State {
        PENDING,
        RESERVED,
        ASSIGNED,
        WRAPPING,
        COMPLETED,
        CANCELED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean waits() {
            return this == PENDING || this == RESERVED;
        }
    }

    /** Where the caller's browser listens. */
    interface Consumer {
        void hear(String event, JsonObject payload);

        /** Nothing more will come. */
        default void over() {}
    }

    final String id;
    final String taskId;
    final Account.Entry entry;
    /** What the flow read from the page's website data; empty where there was none. */
    final String ticket;

    final Consumer consumer;
    final Instant started;
    /** Where it waits or has waited last. */
    Account.Queue queue;

    final List<JsonObject> timeline = new ArrayList<>();
    State state = State.PENDING;
    /** Rings, talks or wraps up. */
    @Nullable
    Agent agent;

    @Nullable
    Instant answered;

    @Nullable
    Instant ended;

    @Nullable
    String disposition;
    /** The caller is out of the call and may come back. */
    boolean dropped;
    /** The caller shows a window. */
    boolean sharing;
    /** Moves with each change of state, so that a timer of an earlier one does nothing. */
    int turn;

    Engagement(String id, String taskId, Account.Entry entry, String ticket, Consumer consumer, Instant started) {
        this.id = id;
        this.taskId = taskId;
        this.entry = entry;
        this.ticket = ticket;
        this.consumer = consumer;
        this.started = started;
        this.queue = entry.queue();
    }

    void become(State next) {
        state = next;
        turn++;
    }
}
