package madoguchi.call.zoom;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import madoguchi.call.zoom.Agents.Seen;
import madoguchi.desk.Command;
import madoguchi.desk.OperatorId;
import madoguchi.desk.OperatorStatus;
import madoguchi.desk.Sighting;
import madoguchi.host.DeskHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one desk sees of its agents: tells the desk of every change, and that nothing is known once there was no news for too
 * long. Owned by one event loop.
 */
final class Sight {

    private static final Logger LOG = LoggerFactory.getLogger(Sight.class);

    private final DeskHost host;
    private final Agents agents;
    private final AgentIds ids;
    private final Duration unknownAfter;

    /** Who answered a call of ours without being in one of our queues; they are not gone before it is over. */
    private final Set<OperatorId> guests = new HashSet<>();

    private Map<OperatorId, Seen> told = Map.of();
    private Instant news;
    private boolean blind;

    Sight(DeskHost host, Agents agents, AgentIds ids, Duration unknownAfter, Instant now) {
        this.host = host;
        this.agents = agents;
        this.ids = ids;
        this.unknownAfter = unknownAfter;
        this.news = now;
    }

    Set<String> queues() {
        return agents.queues();
    }

    /** @return whether it was news of an agent */
    boolean take(ZoomEvent event) {
        return agents.take(event);
    }

    /**
     * Takes the agents of all queues and tells the desk everything, also what it should know already: it may have been lost.
     *
     * @param claimed agents who count at another desk; this desk's are added
     */
    void list(Map<String, Collection<Agent>> byQueue, Instant asked, Set<String> claimed) {
        agents.list(byQueue, asked);
        news = asked;
        told = Map.of();
        tell(claimed);
        Set<OperatorId> here = new HashSet<>(told.keySet());
        here.addAll(guests);
        host.ask((desk, now) -> desk.operators().stream()
                        .filter(view -> !(view.status() instanceof OperatorStatus.Offline))
                        .filter(view -> !here.contains(view.operator()))
                        .map(view -> new Command.Observe(view.operator(), view.languages(), Sighting.OFFLINE))
                        .toList())
                .onSuccess(gone -> gone.forEach(this::submit));
        submit(new Command.RegainSight()).onSuccess(v -> {
            if (blind) {
                LOG.info(
                        "desk {}: its agents at Zoom are in sight again",
                        host.rules().desk());
            }
            blind = false;
        });
    }

    /** Tells the desk of what has changed. */
    void tell(Set<String> claimed) {
        Map<OperatorId, Seen> seen = new HashMap<>();
        agents.seen().forEach((user, agent) -> {
            if (claimed.add(user)) {
                seen.put(ids.of(user), agent);
            }
        });
        seen.forEach((operator, agent) -> {
            if (!agent.equals(told.get(operator))) {
                submit(new Command.Observe(operator, agent.languages(), agent.sighting()));
            }
        });
        told.forEach((operator, agent) -> {
            if (!seen.containsKey(operator) && !guests.contains(operator)) {
                submit(new Command.Observe(operator, agent.languages(), Sighting.OFFLINE));
            }
        });
        told = seen;
    }

    /** Says so when there was no news for too long. */
    void watch(Instant now) {
        if (!blind && news.plus(unknownAfter).isBefore(now)) {
            submit(new Command.LoseSight()).onSuccess(v -> {
                if (!blind) {
                    LOG.warn(
                            "desk {}: no news of its agents at Zoom, nobody new is called",
                            host.rules().desk());
                }
                blind = true;
            });
        }
    }

    OperatorId operator(String user) {
        return ids.of(user);
    }

    /** The operator who has answered a call of ours, known to the desk from now on. */
    OperatorId answerer(String user) {
        OperatorId operator = ids.of(user);
        if (!told.containsKey(operator) && guests.add(operator)) {
            submit(new Command.Observe(operator, Set.copyOf(host.rules().languages()), Sighting.OCCUPIED));
        }
        return operator;
    }

    /** The answered call is over; whoever is in a queue of ours is told of by the lists. */
    void release(String user) {
        guests.remove(ids.of(user));
    }

    DeskHost host() {
        return host;
    }

    /** What is lost because the journal cannot write comes again with the next list. */
    private Future<?> submit(Command command) {
        return host.submit(command, (desk, now) -> "")
                .onFailure(cause -> LOG.debug("desk {}: {}", host.rules().desk(), cause.getMessage()));
    }
}
