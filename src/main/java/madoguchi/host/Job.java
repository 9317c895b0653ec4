package madoguchi.host;

import io.vertx.core.Promise;
import java.time.Instant;
import madoguchi.desk.Command;
import madoguchi.desk.Desk;
import org.jspecify.annotations.Nullable;

/**
 * One command and the look that answers it. Decided at once, answered when its batch is durable; decided again where the
 * batch met a conflict.
 */
final class Job<T> {

    private final @Nullable Command command;
    private final Look<T> look;
    private final Promise<T> promise;
    private @Nullable T answer;
    private @Nullable RuntimeException failure;

    /** @param command null for a mere look */
    Job(@Nullable Command command, Look<T> look, Promise<T> promise) {
        this.command = command;
        this.look = look;
        this.promise = promise;
    }

    void decide(Desk desk, Instant now, Decisions decisions) {
        failure = null;
        try {
            if (command != null) {
                decisions.take(command);
            }
            answer = look.at(desk, now);
        } catch (RuntimeException e) {
            // Refused; or a mistake of ours, which is no reason to leave the others without an answer.
            failure = e;
        }
    }

    boolean writes() {
        return command != null;
    }

    void answer() {
        if (failure != null) {
            promise.fail(failure);
        } else {
            promise.complete(answer);
        }
    }

    void fail(Throwable cause) {
        promise.fail(cause);
    }
}
