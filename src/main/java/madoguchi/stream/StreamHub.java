package madoguchi.stream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one event loop, by key. Whoever has news gives it as an encoded frame; the hub writes it to every
 * stream of the key, keeps each stream alive with the present picture, and ends it in time. Belongs to one event loop
 * and is touched by no other thread; only {@link #counters()} may be read from elsewhere.
 */
public final class StreamHub {

    /** Streams told in one turn of the loop: some thirteen milliseconds, after which others have theirs. */
    static final int SLICE = 2_000;

    private final StreamRules rules;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final Consumer<Runnable> nextTurn;
    private final StreamCounters counters = new StreamCounters();
    private final Map<String, Group> groups = new HashMap<>();
    private final Wheel<StreamConnection> wheel;
    private int streams;
    private long now;
    /** What the clock said at {@link #now}: streams are opened between two ticks, or long after one on a busy loop. */
    private Instant present;

    private @Nullable Promise<Void> drained;
    /** Added to what a client is told to wait, so that none comes back to a server that is still leaving. */
    private long leaving;

    /** A hub whose time is driven by {@code vertx}; to be made on the event loop that will own it. */
    public StreamHub(Vertx vertx, StreamRules rules, RandomGenerator random, InstantSource clock) {
        this(rules, random, clock, work -> vertx.setTimer(1, id -> work.run()));
        long start = System.nanoTime();
        vertx.setPeriodic(rules.tick(), id -> tick((System.nanoTime() - start) / 1_000_000));
    }

    /**
     * A hub whose time stands still until {@link #tick} moves it.
     *
     * @param nextTurn has something run on the hub's event loop after others have had their turn; a timer in the product,
     *     because the loop goes on with what is merely queued before it turns to its sockets and timers
     */
    StreamHub(StreamRules rules, RandomGenerator random, InstantSource clock, Consumer<Runnable> nextTurn) {
        this.rules = rules;
        this.random = random;
        this.clock = clock;
        this.nextTurn = nextTurn;
        this.wheel = new Wheel<>(rules.tick());
        this.present = clock.instant();
    }

    /** Whether no stream can be opened: the limit is reached, or the hub is draining. */
    public boolean full() {
        return streams >= rules.maxStreams() || drained != null;
    }

    /**
     * Answers a request with a stream: the head, a {@code retry} and the present picture of each key go out at once.
     *
     * @param expires when the stream must end at the latest; {@code Instant.MAX} if nothing limits it
     * @throws IllegalStateException if the hub is {@link #full()}
     */
    public StreamConnection open(HttpServerRequest request, Set<String> keys, Instant expires) {
        if (full()) {
            throw new IllegalStateException("streams: " + streams + " (expected: < " + rules.maxStreams() + ")");
        }
        prepare(request.response());
        List<Group> joined = new ArrayList<>(keys.size());
        keys.forEach(key -> joined.add(group(key)));
        StreamConnection stream = new StreamConnection(this, request, joined);
        streams++;
        counters.opened.increment();
        stream.begin(greeting(joined), rules.writeQueue(), now + lifetime(expires));
        return stream;
    }

    /**
     * The picture of a key has changed: tells every stream of it, and those that open later. Many are told in slices; if there
     * is a newer picture by then, the rest are told that one alone.
     */
    public void publish(String key, Frame frame) {
        Group group = group(key);
        if (group.change(frame.forMany())) {
            show(group);
        }
    }

    private void show(Group group) {
        if (group.showNext(SLICE, now)) {
            nextTurn.accept(() -> show(group));
        }
    }

    /** Replaces the present picture of a key, for heartbeats and streams that open later, and writes nothing now. */
    public void refresh(String key, Frame frame) {
        group(key).present = frame.forMany();
    }

    /** Tells every stream of the key now, and remembers nothing. */
    public void send(String key, Frame frame) {
        Group group = groups.get(key);
        if (group != null) {
            group.forEach(seat -> seat.tell(frame));
        }
    }

    /** Ends every stream of the key and forgets its present picture. */
    public void end(String key) {
        Group group = groups.get(key);
        if (group != null) {
            group.present = null;
            group.forEach(Group.Seat::end);
            groups.remove(key);
        }
    }

    /**
     * Takes no more streams and ends those there are, one after the other in random order. Each is told to come back after
     * all are gone, when there may be a successor.
     *
     * @param spread how long that takes
     * @return completes when none is left
     */
    public Future<Void> drain(Duration spread) {
        if (drained == null) {
            drained = Promise.promise();
            leaving = spread.toMillis();
            wheel.entries().forEach(stream -> stream.endBy(now + upTo(spread)));
            completeDrain();
        }
        return drained.future();
    }

    /** Open streams; those whose end is still on its way are counted. */
    public int streams() {
        return streams;
    }

    public StreamCounters counters() {
        return counters;
    }

    /** Moves the time of all streams on. */
    void tick(long millis) {
        now = millis;
        present = clock.instant();
        wheel.advance(now, StreamConnection::look);
    }

    long now() {
        return now;
    }

    /** Random, so that streams told of the same news do not all ask for a heartbeat at the same moment. */
    long patience() {
        long heartbeat = rules.heartbeat().toMillis();
        return random.nextLong(heartbeat - heartbeat / 5, heartbeat - rules.tick() + 1);
    }

    long drainDeadline() {
        return now + rules.drainTimeout().toMillis();
    }

    Frame retry() {
        return Frame.retry(retryMillis());
    }

    private long retryMillis() {
        return leaving + between(rules.retryLow(), rules.retryHigh());
    }

    void schedule(StreamConnection stream, long due) {
        wheel.schedule(stream, due);
    }

    void vacate(Group.Seat seat) {
        Group group = seat.leave();
        if (group.isForgettable()) {
            groups.remove(group.key, group);
        }
    }

    void gone(StreamConnection stream) {
        wheel.remove(stream);
        streams--;
        counters.closed.increment();
        completeDrain();
    }

    private void completeDrain() {
        if (drained != null && streams == 0) {
            drained.tryComplete();
        }
    }

    private Group group(String key) {
        return groups.computeIfAbsent(key, Group::new);
    }

    private Buffer greeting(List<Group> joined) {
        Buffer greeting = Buffer.buffer(Frame.retryField(retryMillis()));
        for (Group group : joined) {
            if (group.present != null) {
                greeting.appendBuffer(group.present.bytes());
            }
        }
        return greeting;
    }

    /** From now on. One turn is added to what is left of the token, so that no stream is over before its token is. */
    private long lifetime(Instant expires) {
        if (!expires.isAfter(present)) {
            return 0;
        }
        long age = between(rules.maxAgeLow(), rules.maxAgeHigh());
        return expires.isAfter(present.plusMillis(age))
                ? age
                : Duration.between(present, expires).toMillis() + rules.tick();
    }

    private long between(Duration low, Duration high) {
        return random.nextLong(low.toMillis(), high.toMillis() + 1);
    }

    private long upTo(Duration limit) {
        return random.nextLong(limit.toMillis() + 1);
    }

    private void prepare(HttpServerResponse response) {
        response.setChunked(true);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, no-transform");
        response.putHeader("X-Accel-Buffering", "no");
    }
}
