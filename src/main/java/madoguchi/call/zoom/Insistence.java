package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import madoguchi.call.zoom.ZoomException.Reason;

/** Asks again, ever more slowly, for up to a minute: Zoom shows many things only a while after they happened. */
final class Insistence {

    private static final List<Duration> PAUSES =
            IntStream.of(1, 2, 4, 8, 15, 15, 15).mapToObj(Duration::ofSeconds).toList();

    /** To ask again would not help. */
    private static final Set<Reason> FINAL = Set.of(Reason.CREDENTIALS, Reason.SCOPE, Reason.REFUSED);

    private final Later later;

    Insistence(Later later) {
        this.later = later;
    }

    /**
     * @param question asked with the number of the try, from 1; no answer yet is empty
     * @return empty where there was none in time
     */
    <T> Future<Optional<T>> ask(Function<Integer, Future<Optional<T>>> question) {
        return ask(question, 1);
    }

    private <T> Future<Optional<T>> ask(Function<Integer, Future<Optional<T>>> question, int number) {
        return question.apply(number).recover(Insistence::notYet).compose(answer -> {
            if (answer.isPresent() || number > PAUSES.size()) {
                return Future.succeededFuture(answer);
            }
            Promise<Void> pause = Promise.promise();
            later.after(PAUSES.get(number - 1), pause::complete);
            return pause.future().compose(v -> ask(question, number + 1));
        });
    }

    private static <T> Future<Optional<T>> notYet(Throwable cause) {
        boolean over = cause instanceof ZoomException e && FINAL.contains(e.reason());
        return over ? Future.failedFuture(cause) : Future.succeededFuture(Optional.empty());
    }
}
