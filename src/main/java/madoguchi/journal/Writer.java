package madoguchi.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/**
 * Writes in groups: while one transaction waits for the disk, whatever is asked for meanwhile queues up and goes into the next
 * one together. Nobody is told of success before the disk has it. Where the database fails, the whole group fails and nothing
 * of it is kept.
 *
 * <p>{@link #write} may be called from any thread; the rest happens on the writer's own.
 */
final class Writer {

    private static final int QUEUE = 10_000;
    private static final int GROUP = 1_000;

    private final Connector connector;
    private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>(QUEUE);
    private final Job<?> last = new Job<>(session -> 0);
    private final Thread thread = new Thread(this::run, "madoguchi-journal-writer");
    private boolean closed;

    Writer(Connector connector) {
        this.connector = connector;
        thread.setDaemon(true);
        thread.start();
    }

    <T> Job<T> write(Work<T> work) {
        Job<T> job = new Job<>(work);
        if (!offer(job)) {
            job.fail(new RejectedExecutionException("closed, or too many writes waiting"));
        }
        return job;
    }

    private synchronized boolean offer(Job<?> job) {
        return !closed && queue.offer(job);
    }

    private void run() {
        List<Job<?>> group = new ArrayList<>();
        try {
            do {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, GROUP - 1);
                commit(group);
            } while (!group.contains(last));
        } catch (InterruptedException e) {
            throw new IllegalStateException("the journal's writer belongs to nobody who could interrupt it", e);
        } finally {
            connector.discard();
        }
    }

    private void commit(List<Job<?>> group) {
        try {
            Session session = connector.session();
            session.update("BEGIN IMMEDIATE");
            for (Job<?> job : group) {
                job.in(session);
            }
            session.update("COMMIT");
        } catch (Throwable e) { // an Error too: a dead thread would let everybody wait for ever
            connector.discard();
            group.forEach(job -> job.fail(e));
            return;
        }
        group.forEach(Job::tell);
    }

    /** Writes what is queued, then ends. Waits for that. */
    void close() throws InterruptedException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        queue.put(last);
        thread.join();
    }
}
