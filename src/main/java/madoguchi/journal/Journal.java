package madoguchi.journal;

import io.vertx.core.Future;
import java.util.List;
import madoguchi.desk.DeskSnapshot;
import madoguchi.desk.Event;
import org.jspecify.annotations.Nullable;

/**
 * The durable, ordered record of every desk's events: the one truth. A future that succeeds means the disk has it.
 *
 * <p>All methods may be called from any thread and never block; futures complete on the caller's context. Every failure that a
 * retry may mend (full disk, read-only file, locked file) is a {@link JournalUnavailableException}.
 */
public interface Journal {

    /**
     * Appends events as versions {@code afterVersion + 1 …}, all or none.
     *
     * @return fails with {@link JournalConflictException} when the desk's journal does not end at {@code afterVersion}
     */
    Future<Void> append(String desk, long afterVersion, List<Event> events);

    /** The events after {@code afterVersion} in order, at most {@code limit}. */
    Future<List<Recorded>> read(String desk, long afterVersion, int limit);

    /** The newest snapshot, or null where there is none yet or the form it is written in has since changed. */
    Future<@Nullable DeskSnapshot> snapshot(String desk);

    /** Keeps a snapshot, so that the next start need not replay what came before it. */
    Future<Void> save(DeskSnapshot snapshot);

    /** One event and its version, 1 for the first of its desk. */
    record Recorded(long version, Event event) {}
}
