package madoguchi.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import madoguchi.simulator.Agent.Status;
import madoguchi.simulator.Engagement.State;
import org.jspecify.annotations.Nullable;

/** Routing: engagements wait in their queue's order, the agent who has been ready longest is rung, each has one call at a time. */
final class ContactCenter {

    private static final List<String> END_EVENTS = List.of("video-end", "video-click-end", "video-force-end");

    final Account account;
    final List<Agent> agents = List.of(
            new Agent("suzuki", "Suzuki Hanako", Account.JA, Account.EN),
            new Agent("sato", "Sato Taro", Account.JA),
            new Agent("smith", "Smith Alex", Account.EN));
    final List<Engagement> engagements = new ArrayList<>();

    private final SimulatedClock clock;
    private final Switches switches;
    private final Notices notices;
    private final Random random;
    private final Queues queues;

    ContactCenter(Account account, SimulatedClock clock, Switches switches, Notices notices, Random random) {
        this.account = account;
        this.clock = clock;
        this.switches = switches;
        this.notices = notices;
        this.random = random;
        this.queues = new Queues(this, clock, switches, notices);
    }

    Agent agent(String id) {
        return agents.stream()
                .filter(agent -> agent.id.equals(id) || agent.userId().equals(id))
                .findFirst()
                .orElseThrow(() -> new Absent("agent", id));
    }

    Engagement engagement(String id) {
        return engagements.stream()
                .filter(engagement -> engagement.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new Absent("engagement", id));
    }

    private Optional<Engagement> of(Agent agent, State... states) {
        return engagements.stream()
                .filter(each -> each.agent == agent && List.of(states).contains(each.state))
                .findFirst();
    }

    /** What the agent has to do with now. */
    Engagement with(Agent agent, State... states) {
        return of(agent, states).orElseThrow(() -> new Absent("engagement of agent", agent.id));
    }

    // Callers

    Engagement start(Account.Entry entry, String ticket, Engagement.Consumer consumer) {
        Engagement made = new Engagement(randomId(), randomId(), entry, ticket, consumer, clock.instant());
        engagements.add(made);
        notices.engagement("engagement_started", made);
        notices.task("task_created", made);
        consumer.hear("task-created", new JsonObject());
        consumer.hear("engagement_started", idFor(made));
        queues.enter(made);
        route();
        return made;
    }

    private JsonObject idFor(Engagement engagement) {
        return switches.on(Switch.ID_HIDDEN) ? new JsonObject() : new JsonObject().put("engagementId", engagement.id);
    }

    private String randomId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The caller pressed end, in the queue or in the call. */
    void callerEnds(Engagement engagement) {
        if (engagement.state.waits()) {
            cancel(engagement);
        } else if (engagement.state == State.ASSIGNED) {
            notices.engagement("engagement_consumer_ended", engagement);
            end(engagement, "video-click-end");
        }
    }

    /** The caller's connection is gone: from a call they may come back for a while, from the queue not. */
    void callerDrops(Engagement engagement) {
        if (engagement.state.waits()) {
            cancel(engagement);
        } else if (engagement.state == State.ASSIGNED && !engagement.dropped) {
            drop(engagement);
        }
    }

    private void drop(Engagement engagement) {
        engagement.dropped = true;
        clock.after(switches.time(Switch.REJOIN), () -> {
            if (engagement.dropped) {
                callerEnds(engagement);
            }
        });
        engagement.consumer.hear("video-end", new JsonObject());
    }

    void callerReturns(Engagement engagement) {
        engagement.dropped = false;
        engagement.consumer.hear("video-start", new JsonObject());
    }

    private void cancel(Engagement engagement) {
        cancel(engagement, "video-click-end");
    }

    /** @param how the page hears it */
    void cancel(Engagement engagement, String how) {
        if (engagement.state == State.RESERVED) {
            notices.task("task_reservation_canceled", engagement);
            free(engagement, Status.READY, "");
        }
        engagement.become(State.CANCELED);
        engagement.ended = clock.instant();
        notices.task("task_canceled", engagement);
        notices.task("task_exited_queue", engagement);
        notices.engagement("engagement_consumer_ended", engagement);
        notices.engagement("engagement_ended", engagement);
        tellEnd(engagement, how);
        route();
    }

    // Agents

    void become(Agent agent, Status status, String sub) {
        notices.status(agent, status, sub, () -> {
            agent.status = status;
            agent.sub = sub;
            agent.since = clock.instant();
        });
        route();
    }

    void opt(Agent agent, Account.Queue queue, boolean in) {
        if (in ? agent.optedOut.remove(queue) : agent.optedOut.add(queue)) {
            notices.opted(agent, queue, in);
            route();
        }
    }

    void answer(Agent agent) {
        Engagement engagement = with(agent, State.RESERVED);
        engagement.become(State.ASSIGNED);
        engagement.answered = clock.instant();
        notices.task("task_reservation_accepted", engagement);
        notices.task("task_exited_queue", engagement);
        notices.engagement("engagement_user_answered", engagement);
        notices.engagement("engagement_consumer_answered", engagement);
        engagement.consumer.hear("notification-join-call", new JsonObject());
        engagement.consumer.hear("video-start", new JsonObject());
    }

    void reject(Agent agent) {
        unanswered(with(agent, State.RESERVED), "task_reservation_rejected", true);
    }

    void hangUp(Agent agent) {
        Engagement engagement = with(agent, State.ASSIGNED);
        notices.engagement("engagement_user_ended", engagement);
        end(engagement, "video-force-end");
    }

    void wrappedUp(Agent agent, @Nullable String disposition) {
        Engagement engagement = with(agent, State.WRAPPING);
        if (disposition != null) {
            engagement.disposition = disposition;
            notices.engagement("engagement_disposition_added", engagement);
        }
        notices.engagement("engagement_wrap_up_ended", engagement);
        engagement.become(State.COMPLETED);
        notices.task("task_completed", engagement);
        free(engagement, Status.READY, "");
        clock.after(
                switches.time(Switch.RECORD_AFTER),
                () -> notices.engagement("cx_engagement_end_data_ready", engagement));
        route();
    }

    // Rules

    /** Rings whoever can be rung. */
    void route() {
        for (Engagement engagement : List.copyOf(engagements)) {
            if (engagement.state == State.PENDING) {
                agents.stream()
                        .filter(agent -> agent.takesFrom(engagement.queue))
                        .min(Comparator.comparing(agent -> agent.since))
                        .ifPresent(agent -> ring(engagement, agent));
            }
        }
    }

    private void ring(Engagement engagement, Agent agent) {
        engagement.become(State.RESERVED);
        engagement.agent = agent;
        notices.task("task_reservation_created", engagement);
        become(agent, Status.OCCUPIED, "Inbound");
        int turn = engagement.turn;
        clock.after(switches.time(Switch.RING_FOR), () -> {
            if (engagement.turn == turn) {
                unanswered(engagement, "task_reservation_timeout", switches.on(Switch.RING_FORCES));
            }
        });
    }

    private void unanswered(Engagement engagement, String why, boolean forced) {
        notices.task(why, engagement);
        engagement.become(State.PENDING);
        free(engagement, forced ? Status.NOT_READY : Status.READY, forced ? "Forced" : "");
        route();
    }

    private void end(Engagement engagement, String how) {
        engagement.become(State.WRAPPING);
        engagement.ended = clock.instant();
        engagement.dropped = false;
        notices.engagement("engagement_ended", engagement);
        notices.engagement("engagement_wrap_up_started", engagement);
        Agent agent = java.util.Objects.requireNonNull(engagement.agent);
        become(agent, Status.OCCUPIED, "Wrapping up");
        tellEnd(engagement, how);
        int turn = engagement.turn;
        Duration wrapUp = switches.time(Switch.WRAP_UP);
        clock.after(wrapUp, () -> {
            if (engagement.turn == turn) {
                wrappedUp(agent, null);
            }
        });
    }

    private void tellEnd(Engagement engagement, String how) {
        List<String> told = switches.on(Switch.ALL_ENDS) ? END_EVENTS : List.of(how);
        told.forEach(event -> engagement.consumer.hear(event, new JsonObject()));
        engagement.consumer.over();
    }

    private void free(Engagement engagement, Status status, String sub) {
        Agent agent = java.util.Objects.requireNonNull(engagement.agent);
        if (engagement.state == State.PENDING) {
            engagement.agent = null;
        }
        become(agent, status, sub);
    }
}
