package madoguchi.journal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread with a session of its own that does one piece of work after the other, apart from the writer. */
final class Lane {

    private static final int QUEUE = 1_000;

    private final Connector connector;
    private final ThreadPoolExecutor thread;

    Lane(String name, Connector connector) {
        this.connector = connector;
        thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
            Thread thread = new Thread(task, "madoguchi-journal-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    <T> Job<T> run(Work<T> work) {
        Job<T> job = new Job<>(work);
        try {
            thread.execute(() -> run(job));
        } catch (RejectedExecutionException e) {
            job.fail(new RejectedExecutionException("closed, or too many reads waiting", e));
        }
        return job;
    }

    private void run(Job<?> job) {
        try {
            job.in(connector.session());
            job.tell();
        } catch (Throwable e) { // an Error too: nobody shall wait for ever
            connector.discard();
            job.fail(e);
        }
    }

    /** Does what is queued, then ends. Waits for that. */
    void close() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        connector.discard();
    }
}
