package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the agents of all queues now and then, because events are only hints: each time after the period, give or take a fifth,
 * or at once when an event says that something has changed which it does not tell. Owned by one event loop.
 */
final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    /** Several such events come together; a glance for all of them will do. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final QueueAgents queueAgents;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Duration period;
    private List<Sight> desks = List.of();
    private boolean reading;
    private boolean again;
    private long timer;
    private Instant due = Instant.MAX;
    private boolean failing;

    Reconciliation(Vertx vertx, ZoomApi api, InstantSource clock, RandomGenerator random, Duration period) {
        this.vertx = vertx;
        this.queueAgents = new QueueAgents(api);
        this.clock = clock;
        this.random = random;
        this.period = period;
    }

    void start(List<Sight> sights) {
        desks = List.copyOf(sights);
        read();
    }

    /** An event says that something has changed, but not what. */
    void soon() {
        if (reading) {
            again = true;
        } else if (due.isAfter(clock.instant().plus(SOON))) {
            vertx.cancelTimer(timer);
            in(SOON);
        }
    }

    private void in(Duration pause) {
        due = clock.instant().plus(pause);
        timer = vertx.setTimer(pause.toMillis(), id -> read());
    }

    /** Servers that start together shall not ask together for ever. */
    static Duration pause(Duration period, RandomGenerator random) {
        return Duration.ofMillis((long) (period.toMillis() * random.nextDouble(0.8, 1.2)));
    }

    private void read() {
        reading = true;
        Instant asked = clock.instant();
        Map<String, Future<Collection<Agent>>> lists = new HashMap<>();
        desks.stream()
                .flatMap(desk -> desk.queues().stream())
                .distinct()
                .forEach(queue -> lists.put(queue, queueAgents.of(queue)));
        Future.join(List.copyOf(lists.values())).onComplete(done -> {
            tell(lists, asked);
            reading = false;
            in(again ? SOON : pause(period, random));
            again = false;
        });
    }

    /** Only the desks all of whose queues could be read: half a picture is none. An agent of two desks counts at the first. */
    private void tell(Map<String, Future<Collection<Agent>>> lists, Instant asked) {
        Set<String> claimed = new HashSet<>();
        for (Sight desk : desks) {
            Map<String, Collection<Agent>> read = new HashMap<>();
            desk.queues().forEach(queue -> {
                Future<Collection<Agent>> list = lists.get(queue);
                if (list != null && list.succeeded()) {
                    read.put(queue, list.result());
                }
            });
            if (read.keySet().equals(desk.queues())) {
                desk.list(read, asked, claimed);
            } else {
                desk.tell(claimed);
            }
        }
        report(lists.values());
    }

    private void report(Collection<? extends Future<?>> lists) {
        boolean fails = lists.stream().anyMatch(Future::failed);
        if (fails && !failing) {
            lists.stream()
                    .filter(Future::failed)
                    .findAny()
                    .ifPresent(list -> LOG.warn(
                            "Zoom's lists of agents cannot be read: {}",
                            list.cause().getMessage()));
        } else if (!fails && failing) {
            LOG.info("Zoom's lists of agents can be read again");
        }
        failing = fails;
    }
}
