package madoguchi.journal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A piece of work and the promise of its result, which is told only when it holds. Belongs to the thread that does the work. */
final class Job<T> {

    private final Work<T> work;
    private final CompletableFuture<T> promise = new CompletableFuture<>();
    private Runnable outcome = () -> {};

    Job(Work<T> work) {
        this.work = work;
    }

    /** Does the work and keeps what came of it. */
    void in(Session session) throws SQLException {
        try {
            T result = work.in(session);
            outcome = () -> promise.complete(result);
        } catch (RuntimeException e) {
            outcome = () -> promise.completeExceptionally(e);
        }
    }

    void tell() {
        outcome.run();
    }

    void fail(Throwable cause) {
        promise.completeExceptionally(new JournalUnavailableException("journal: " + cause.getMessage(), cause));
    }

    /** The result, for a thread that may wait. */
    T await() {
        try {
            return promise.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The result, on the caller's context. */
    Future<T> future(Vertx vertx) {
        return Future.fromCompletionStage(promise, vertx.getOrCreateContext());
    }
}
