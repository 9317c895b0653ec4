package madoguchi.host;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import madoguchi.desk.Command;
import madoguchi.desk.Desk;
import madoguchi.desk.DeskRules;
import madoguchi.desk.Event;
import madoguchi.journal.Journal;
import madoguchi.journal.JournalConflictException;
import madoguchi.journal.JournalUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a desk. Commands that arrive while the journal writes wait for the next batch (group commit), so that
 * between two batches the desk in memory is exactly what the disk holds; only then is anything told to anybody.
 *
 * <p>Owned by the desk's event loop.
 */
final class DeskWriter {

    /** Told of each batch that has become durable, and of the journal's coming and going. */
    interface Listener {

        void durable(List<Event> events, Desk desk, Instant now);

        /** The journal cannot write: timers hold, nobody is called. */
        void held();

        /** The desk has been read anew and may hold what nobody was told of. */
        void reread(Desk desk);
    }

    private static final Logger LOG = LoggerFactory.getLogger(DeskWriter.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int SNAPSHOT_AFTER = 10_000;
    private static final int CONFLICTS = 5;

    private final DeskRules rules;
    private final Journal journal;
    private final Vertx vertx;
    private final InstantSource clock;
    private final Listener listener;
    private final Deque<Job<?>> queue = new ArrayDeque<>();
    private List<Command> first = List.of();
    private @Nullable Desk desk;
    private boolean writing = true;
    /** Why the journal cannot write; read by other threads for health alone. */
    private volatile @Nullable JournalUnavailableException trouble;

    private int conflicts;
    private long snapshotAt;
    private long timer = -1;

    DeskWriter(DeskRules rules, Journal journal, Vertx vertx, InstantSource clock, Listener listener) {
        this.rules = rules;
        this.journal = journal;
        this.vertx = vertx;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Reads the desk from its newest snapshot and what came after.
     *
     * @param commands decided before anything else, even before what time has made due
     */
    Future<Void> start(List<Command> commands) {
        first = List.copyOf(commands);
        return DeskReplay.load(rules, journal).map(loaded -> {
            use(loaded);
            turn(true);
            return null;
        });
    }

    void add(Job<?> job) {
        if (trouble != null && (desk == null || job.writes())) {
            job.fail(trouble);
            return;
        }
        queue.add(job);
        turn(false);
    }

    /** The desk as the disk has it, or null between batches' beginning and end. */
    @Nullable
    Desk durable() {
        return writing ? null : desk;
    }

    /** The desk in memory, for what is soft anyway; there is one once {@link #start} has succeeded, unless held. */
    Optional<Desk> memory() {
        return Optional.ofNullable(desk);
    }

    boolean isHeld() {
        return trouble != null;
    }

    private void use(DeskReplay.Replayed loaded) {
        desk = loaded.desk();
        snapshotAt = loaded.snapshotAt();
        writing = false;
    }

    private void turn(boolean advance) {
        if (writing || desk == null || (queue.isEmpty() && !advance)) {
            return;
        }
        List<Job<?>> batch = new ArrayList<>(queue);
        queue.clear();
        Instant now = clock.instant();
        Decisions decisions = new Decisions(desk, now);
        if (!isHeld()) {
            first.forEach(decisions::take);
            decisions.advance();
        }
        Desk current = desk;
        batch.forEach(job -> job.decide(current, now, decisions));
        List<Event> events = decisions.events();
        if (events.isEmpty()) {
            settled(batch, events, now);
        } else {
            writing = true;
            journal.append(rules.desk(), decisions.after(), events)
                    .onComplete(result -> written(result, batch, events, now));
        }
    }

    private void written(AsyncResult<Void> result, List<Job<?>> batch, List<Event> events, Instant now) {
        if (result.succeeded()) {
            writing = false;
            conflicts = 0;
            settled(batch, events, now);
        } else if (result.cause() instanceof JournalConflictException && ++conflicts <= CONFLICTS) {
            LOG.info("{}; deciding {} commands again", result.cause().getMessage(), batch.size());
            for (int i = batch.size() - 1; i >= 0; i--) {
                queue.addFirst(batch.get(i));
            }
            reload();
        } else {
            queue.addAll(batch);
            lose(result.cause());
            reload();
        }
    }

    private void settled(List<Job<?>> batch, List<Event> events, Instant now) {
        batch.forEach(Job::answer);
        Desk current = desk;
        if (current == null) {
            return;
        }
        if (!isHeld()) {
            first = List.of();
            listener.durable(events, current, now);
            snapshotWhenDue(current);
        }
        schedule(current, now);
        turn(false);
    }

    private void snapshotWhenDue(Desk current) {
        if (current.version() - snapshotAt >= Math.max(SNAPSHOT_AFTER, current.liveTickets())) {
            snapshotAt = current.version();
            journal.save(current.snapshot()).onFailure(cause -> LOG.warn("snapshot of {}", rules.desk(), cause));
        }
    }

    private void schedule(Desk current, Instant now) {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
        if (isHeld()) {
            return;
        }
        current.nextDue(now)
                .ifPresent(due -> timer = vertx.setTimer(
                        Math.min(Math.max(1, Duration.between(now, due).toMillis() + 1), Integer.MAX_VALUE), id -> {
                            timer = -1;
                            turn(true);
                        }));
    }

    /** The desk in memory holds what never happened, or not all that has: thrown away, and nobody waits for it. */
    private void lose(Throwable cause) {
        JournalUnavailableException found = noteTrouble(cause);
        List<Job<?>> waiting = new ArrayList<>(queue);
        queue.clear();
        waiting.forEach(job -> job.fail(found));
        if (desk != null) {
            desk = null;
            listener.held();
        }
    }

    /** Says why, once for each reason. */
    private JournalUnavailableException noteTrouble(Throwable cause) {
        JournalUnavailableException before = trouble;
        JournalUnavailableException found = cause instanceof JournalUnavailableException known
                ? known
                : new JournalUnavailableException("journal of " + rules.desk() + ": cannot write", cause);
        if (before == null) {
            LOG.error("journal of {}: cannot write; joins are refused until it can", rules.desk(), cause);
        } else if (!Objects.equals(before.getMessage(), found.getMessage())) {
            LOG.error("journal of {}: still cannot write: {}", rules.desk(), found.getMessage());
        }
        trouble = found;
        return found;
    }

    private void reload() {
        DeskReplay.load(rules, journal).onComplete(loaded -> {
            if (loaded.succeeded()) {
                use(loaded.result());
                listener.reread(loaded.result().desk());
                probe();
            } else {
                lose(loaded.cause());
                retry(loaded.cause(), this::reload);
            }
        });
    }

    /** A held journal is tried by a real write: the snapshot that will be needed anyway. */
    private void probe() {
        Desk current = desk;
        if (!isHeld() || current == null) {
            turn(true);
            return;
        }
        journal.save(current.snapshot()).onComplete(saved -> {
            if (saved.succeeded()) {
                LOG.info("journal of {}: writes again", rules.desk());
                trouble = null;
                turn(true);
                listener.durable(List.of(), current, clock.instant());
            } else {
                retry(saved.cause(), this::probe);
            }
        });
    }

    private void retry(Throwable cause, Runnable again) {
        noteTrouble(cause);
        vertx.setTimer(RETRY.toMillis(), id -> again.run());
    }
}
