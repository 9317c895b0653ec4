package madoguchi.call.zoom;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Does something after a while, on the event loop of whoever asks. */
@FunctionalInterface
interface Later {

    void after(Duration pause, Runnable work);

    static Later of(Vertx vertx) {
        return (pause, work) -> vertx.setTimer(pause.toMillis(), id -> work.run());
    }
}
