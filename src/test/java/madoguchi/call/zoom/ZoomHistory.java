package madoguchi.call.zoom;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import madoguchi.call.zoom.Agent.Status;
import org.jspecify.annotations.Nullable;

/**
 * Some minutes of a contact centre, made up: calls answered, refused, given up, handed on, with and without a word on how they
 * ended; all that Zoom tells of it, what its lists and records show, and how each call truly ended.
 */
final class ZoomHistory {

    static final Instant BEGIN = Instant.parse("2026-11-24T01:02:00Z");
    static final int AGENTS = 90;
    private static final int FIRST = 50;
    private static final int SECOND = 14;

    /** One call, and what there is beside Zoom's events. */
    record Call(
            String engagement,
            Instant handedOff,
            Instant found,
            @Nullable Instant pageSaysEnded,
            Ending ending) {}

    /** How a call truly ended. The page's word is that the caller left; without it the desk sees that they are gone. */
    enum Ending {
        LEFT,
        ABANDONED,
        SOLVED,
        FOLLOW_UP
    }

    record Told(Instant at, JsonObject body) {}

    final List<Told> events = new ArrayList<>();
    final List<Call> calls = new ArrayList<>();
    private final Map<String, NavigableMap<Instant, Status>> statuses = new HashMap<>();
    private final Map<String, Written> records = new HashMap<>();
    private final List<String> spare = new ArrayList<>();
    /** How many calls more than one agent answered. */
    int handedOn;

    private final Random random;

    /** An engagement's record, and from when it can be read. */
    private record Written(Instant from, JsonObject json) {}

    ZoomHistory(long seed) {
        random = new Random(seed);
        IntStream.range(0, AGENTS).forEach(i -> become("user" + i, BEGIN, Status.READY));
        IntStream.range(FIRST, AGENTS).forEach(i -> spare.add("user" + i));
        for (int i = 0; i < FIRST; i++) {
            call("user" + i, BEGIN.plusSeconds(10).plusMillis(i * 211L));
        }
        // Once more the agents whose first call was short.
        List<String> free = IntStream.range(0, FIRST)
                .mapToObj(i -> "user" + i)
                .filter(user -> statuses(user).lastKey().isBefore(BEGIN.plusSeconds(170)))
                .toList();
        for (int i = 0; i < SECOND; i++) {
            call(free.get(i), BEGIN.plusSeconds(200).plusMillis(i * 307L));
        }
        events.sort(Comparator.comparing(Told::at));
    }

    Instant end() {
        return events.get(events.size() - 1).at();
    }

    private NavigableMap<Instant, Status> statuses(String user) {
        return statuses.computeIfAbsent(user, u -> new TreeMap<>());
    }

    private void become(String user, Instant at, Status status) {
        statuses(user).put(at, status);
    }

    /** What the list of the queue shows at that moment. */
    List<Agent> list(Instant at) {
        return IntStream.range(0, AGENTS)
                .mapToObj(i -> "user" + i)
                .map(user -> new Agent(
                        user,
                        Objects.requireNonNull(statuses(user).floorEntry(at)).getValue(),
                        true,
                        true))
                .toList();
    }

    /** What the record of the engagement shows at that moment. */
    JsonObject record(String engagement, Instant at) {
        Written written = records.get(engagement);
        return written == null || at.isBefore(written.from()) ? new JsonObject() : written.json();
    }

    // One call

    private Instant pass(Instant from, int least, int most) {
        return from.plusMillis(least * 1_000L + random.nextInt((most - least) * 1_000));
    }

    private void tell(Instant at, String name, JsonObject of) {
        events.add(new Told(
                at,
                new JsonObject()
                        .put("event", "contact_center." + name)
                        .put("event_ts", at.toEpochMilli())
                        .put("payload", new JsonObject().put("object", of))));
    }

    /** Several events of the same engagement a moment after each other. @return the moment of the last */
    private Instant tell(Instant at, String engagement, @Nullable String user, String... names) {
        Instant moment = at;
        for (String name : names) {
            JsonObject of = new JsonObject().put("engagement_id", engagement);
            if (user != null) {
                of.put(name.startsWith("task_") ? "assigned_user_id" : "user_id", user);
            }
            tell(moment, name, of);
            moment = moment.plusMillis(7);
        }
        return moment;
    }

    private void change(String user, Instant at, Status status, String word) {
        become(user, at, status);
        tell(at, "user_status_changed", new JsonObject().put("user_id", user).put("current_status_name", word));
    }

    private void call(String agent, Instant handedOff) {
        String engagement = "engagement" + calls.size();
        Instant found = pass(handedOff, 1, random.nextInt(4) == 0 ? 60 : 5);
        Instant at = tell(
                pass(handedOff, 1, 4), engagement, null, "engagement_started", "task_created", "task_entered_queue");
        if (random.nextInt(6) == 0) {
            at = refused(engagement, at);
        }
        Instant rung = tell(at, engagement, agent, "task_reservation_created");
        change(agent, rung, Status.OCCUPIED, "Occupied");
        calls.add(
                random.nextInt(7) == 0
                        ? givenUp(engagement, agent, handedOff, found, pass(rung, 3, 12))
                        : answered(engagement, agent, handedOff, found, pass(rung, 3, 15)));
    }

    private Instant refused(String engagement, Instant at) {
        String first = spare.remove(0);
        Instant rung = tell(at, engagement, first, "task_reservation_created");
        change(first, rung, Status.OCCUPIED, "Occupied");
        Instant refused = tell(pass(rung, 2, 10), engagement, first, "task_reservation_rejected");
        change(first, refused, Status.NOT_READY, "Not Ready");
        return refused.plusMillis(20);
    }

    private Call givenUp(String engagement, String agent, Instant handedOff, Instant found, Instant at) {
        Instant gone = tell(
                at,
                engagement,
                null,
                "task_canceled",
                "task_exited_queue",
                "engagement_consumer_ended",
                "engagement_ended");
        change(agent, gone, Status.READY, "Ready");
        boolean said = random.nextBoolean();
        return new Call(engagement, handedOff, found, said ? at : null, said ? Ending.LEFT : Ending.ABANDONED);
    }

    private Call answered(String engagement, String agent, Instant handedOff, Instant found, Instant at) {
        Instant talking = tell(at, engagement, agent, "task_reservation_accepted", "engagement_user_answered");
        talking = tell(talking, engagement, null, "task_exited_queue", "engagement_consumer_answered");
        String last = random.nextInt(8) == 0 ? handedOn(engagement, agent, pass(talking, 5, 20)) : agent;
        Instant ended = pass(talking, 25, random.nextBoolean() ? 60 : 180);
        Instant over = tell(ended, engagement, null, "engagement_consumer_ended", "engagement_ended");
        over = tell(over, engagement, last, "engagement_wrap_up_started");
        Instant done = pass(over, 2, 30);
        String named = random.nextInt(4) == 0 ? null : random.nextBoolean() ? "Solved" : "Form";
        done = dispose(engagement, done, named);
        done = tell(done, engagement, last, "engagement_wrap_up_ended", "task_completed");
        change(last, done, Status.READY, "Ready");
        tell(pass(done, 4, 40), engagement, null, "cx_engagement_end_data_ready");
        write(engagement, agent, handedOff, at, named, pass(done, 3, 30));
        boolean said = random.nextInt(10) < 7;
        return new Call(
                engagement,
                handedOff,
                found,
                said ? ended : null,
                "Form".equals(named) ? Ending.FOLLOW_UP : Ending.SOLVED);
    }

    /** To somebody else of the queue, or to an expert who is in none of ours. */
    private String handedOn(String engagement, String agent, Instant at) {
        handedOn++;
        String other = random.nextInt(3) == 0 ? "expert" + engagement : spare.remove(0);
        tell(at, engagement, other, "engagement_transfer_accepted");
        if (!other.startsWith("expert")) {
            change(other, at.plusMillis(3), Status.OCCUPIED, "Occupied");
        }
        change(agent, at.plusMillis(5), Status.READY, "Ready");
        return other;
    }

    /** The event need not say how the outcome is called. */
    private Instant dispose(String engagement, Instant at, @Nullable String named) {
        if (named == null) {
            return at;
        }
        JsonObject of = new JsonObject().put("engagement_id", engagement);
        tell(at, "engagement_disposition_added", random.nextInt(4) == 0 ? of : of.put("disposition_name", named));
        return at.plusMillis(7);
    }

    private void write(
            String engagement, String agent, Instant started, Instant answered, @Nullable String named, Instant from) {
        JsonArray dispositions = new JsonArray();
        if (named != null) {
            dispositions.add(new JsonObject().put("disposition_name", named));
        }
        JsonObject json = new JsonObject()
                .put("engagement_id", engagement)
                .put("start_time", started.toString())
                .put("waiting_duration", Duration.between(started, answered).toSeconds())
                .put("talk_duration", 30)
                .put("agents", new JsonArray().add(new JsonObject().put("user_id", agent)))
                .put("dispositions", dispositions);
        records.put(engagement, new Written(from, json));
    }
}
