package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.call.zoom.Agent.Status;
import madoguchi.desk.Sighting;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A thousand events, told twice, in any order and late, leave the same as told once and in time. */
class FoldProperties {

    private static final Instant BEGIN = Instant.parse("2026-11-24T00:00:00Z");
    private static final int EVENTS = 1_000;
    private static final int AGENTS = 60;
    private static final List<String> STATUSES = List.of("Ready", "Not Ready", "Occupied", "Offline");
    private static final List<String> OF_ENGAGEMENT = List.of(
            "engagement_started",
            "task_entered_queue",
            "task_reservation_created",
            "task_reservation_accepted",
            "engagement_user_answered",
            "engagement_transfer_accepted",
            "engagement_consumer_ended",
            "task_canceled",
            "engagement_ended",
            "engagement_disposition_added",
            "never_heard_of");

    /** Everything that comes from outside, at the time it happened; told later. */
    private sealed interface Hint {

        Instant at();

        record Told(JsonObject body, Instant at) implements Hint {}

        record Listed(Collection<Agent> agents, Instant at) implements Hint {}
    }

    private static final class Folds {

        private final Agents agents = new Agents(Map.of("queue", Set.of("ja", "en")), Duration.ofSeconds(15));
        private final Engagements engagements = new Engagements();

        void take(Hint hint, Instant now) {
            if (hint instanceof Hint.Listed listed) {
                agents.list(Map.of("queue", listed.agents()), listed.at());
            } else if (hint instanceof Hint.Told told) {
                ZoomEvent event = ZoomEvent.read(told.body(), now).orElseThrow();
                agents.take(event);
                engagements.take(event, now);
            }
        }

        /** All but when it was last heard of. */
        Map<String, Object> state() {
            Map<String, Object> state = new TreeMap<>(agents.seen());
            engagements
                    .all()
                    .forEach((id, known) -> state.put(
                            "engagement " + id,
                            List.of(
                                    String.valueOf(known.rung()),
                                    String.valueOf(known.answered()),
                                    String.valueOf(known.since()),
                                    String.valueOf(known.disposition()),
                                    known.over())));
            return state;
        }
    }

    private static List<Hint> history(Random random) {
        Instant at = BEGIN;
        List<Hint> hints = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            // Several at the same moment too.
            at = at.plusMillis(random.nextInt(4) * 700L);
            if (random.nextInt(50) == 0) {
                at = at.plusMillis(1); // two lists are never of the same moment
                hints.add(listed(random, at));
            } else {
                hints.add(told(random, at));
            }
        }
        hints.add(listed(random, at.plusMillis(1)));
        return hints;
    }

    private static Hint listed(Random random, Instant at) {
        List<Agent> agents = IntStream.range(0, AGENTS)
                .mapToObj(i -> new Agent("user" + i, status(random), random.nextInt(9) > 0, random.nextInt(5) > 0))
                .toList();
        return new Hint.Listed(agents, at);
    }

    private static Status status(Random random) {
        return Status.of(STATUSES.get(random.nextInt(STATUSES.size())));
    }

    private static Hint told(Random random, Instant at) {
        JsonObject of = new JsonObject().put("user_id", "user" + random.nextInt(AGENTS));
        String name = "user_status_changed";
        if (random.nextBoolean()) {
            of.put("current_status_name", STATUSES.get(random.nextInt(STATUSES.size())));
        } else {
            name = OF_ENGAGEMENT.get(random.nextInt(OF_ENGAGEMENT.size()));
            of.put("engagement_id", "engagement" + random.nextInt(40)).put("disposition_name", "D" + random.nextInt(5));
        }
        JsonObject body = new JsonObject()
                .put("event", "contact_center." + name)
                .put("event_ts", at.toEpochMilli())
                .put("payload", new JsonObject().put("object", of));
        return new Hint.Told(body, at);
    }

    @Property(tries = 200)
    void events_doubledShuffledAndLate_leaveTheSame(@ForAll long seed) {
        List<Hint> history = history(new Random(seed));
        Folds inTime = new Folds();
        history.forEach(hint -> inTime.take(hint, hint.at()));

        List<Hint> disorder = new ArrayList<>(
                Stream.concat(history.stream(), history.stream()).toList());
        Collections.shuffle(disorder, new Random(seed + 1));
        Instant late = BEGIN.plus(Duration.ofMinutes(85));
        Folds anyhow = new Folds();
        disorder.forEach(hint -> anyhow.take(hint, late));

        assertThat(anyhow.state()).isEqualTo(inTime.state());
    }

    /** Of a known history, because by chance one may leave out what is rare. */
    @Example
    void events_ofAHistory_tellOfAlmostEverybody() {
        Folds inTime = new Folds();
        history(new Random(1)).forEach(hint -> inTime.take(hint, hint.at()));

        assertThat(inTime.state()).hasSizeGreaterThan(AGENTS + 30);
        assertThat(inTime.agents.seen().values())
                .extracting(Agents.Seen::sighting)
                .contains(Sighting.READY);
    }
}
