package madoguchi.journal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import madoguchi.desk.Event;
import madoguchi.desk.TicketId;
import madoguchi.journal.Journal.Recorded;

/**
 * A process of its own in which several tasks append to a journal as fast as they can, and which says each version as it is
 * acknowledged, until somebody kills it. Some tasks have a desk to themselves, some contend for one.
 */
final class FloodedJournal {

    static final List<String> DESKS = List.of("own-1", "own-2", "own-3", "shared", "shared", "shared");

    private final Journal journal;
    private final RandomGenerator random;

    private FloodedJournal(Journal journal, RandomGenerator random) {
        this.journal = journal;
        this.random = random;
    }

    /** @param arguments the folder and the seed */
    public static void main(String[] arguments) {
        SqliteStore store =
                SqliteStore.open(Vertx.vertx(), Path.of(arguments[0])).await();
        Random seeds = new Random(Long.parseLong(arguments[1]));
        for (String desk : DESKS) {
            FloodedJournal task = new FloodedJournal(store.journal(), new Random(seeds.nextLong()));
            task.catchUp(desk, 0).onFailure(FloodedJournal::giveUp);
        }
    }

    /** An append of several events, each of which says how many they are. */
    static List<Event> batch(TicketId ticket, int size) {
        return Collections.nCopies(size, new Event.WentBack(Instant.EPOCH, ticket, Event.Reason.OPERATOR, size));
    }

    private Future<Void> catchUp(String desk, long version) {
        return journal.read(desk, version, 1_000)
                .compose(events -> events.isEmpty() ? append(desk, version) : catchUp(desk, last(events)));
    }

    private static long last(List<Recorded> events) {
        return events.get(events.size() - 1).version();
    }

    private Future<Void> append(String desk, long version) {
        TicketId ticket = TicketId.random(random);
        int size = 1 + random.nextInt(4);
        return journal.append(desk, version, batch(ticket, size))
                .compose(
                        appended -> {
                            System.out.println(desk + " " + version + " " + size + " " + ticket + " .");
                            return snapshotAt(desk, version + size).compose(kept -> append(desk, version + size));
                        },
                        failure -> failure instanceof JournalConflictException
                                ? catchUp(desk, version)
                                : Future.failedFuture(failure));
    }

    private Future<Void> snapshotAt(String desk, long version) {
        return random.nextInt(20) == 0 ? journal.save(TestSnapshots.empty(desk, version)) : Future.succeededFuture();
    }

    private static void giveUp(Throwable failure) {
        System.out.println("failed: " + failure);
        System.exit(1);
    }
}
