package madoguchi.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Set;
import madoguchi.host.Delivery;
import madoguchi.stream.StreamConnection;
import madoguchi.stream.StreamHub;

/** One event loop's hub and its number: opens streams, and hands on what the desks deliver. Owned by that event loop. */
final class Streams {

    private static final int RETRY_SECONDS = 10;

    private final StreamHub hub;
    private final int number;

    Streams(StreamHub hub, int number) {
        this.hub = hub;
        this.number = number;
    }

    void listen(Vertx vertx) {
        vertx.eventBus().<Delivery>consumer(Delivery.EVERYWHERE, message -> deliver(message.body()));
        vertx.eventBus().<Delivery>consumer(Delivery.address(number), message -> deliver(message.body()));
    }

    private void deliver(Delivery delivery) {
        if (delivery instanceof Delivery.Present present) {
            if (present.push()) {
                hub.publish(present.key(), present.frame());
            } else {
                hub.refresh(present.key(), present.frame());
            }
        } else if (delivery instanceof Delivery.Batch batch) {
            batch.frames().forEach(personal -> hub.send(personal.key(), personal.frame()));
        } else if (delivery instanceof Delivery.End end) {
            hub.end(end.key());
        }
    }

    StreamConnection open(RoutingContext ctx, Set<String> keys, Instant expires) {
        if (full()) {
            throw new ProblemException(Problem.of(
                            503,
                            "too-many-streams",
                            "Too many streams for now",
                            "streams: at the limit (expected: polling meanwhile)")
                    .with(Problem.RETRY_AFTER, RETRY_SECONDS));
        }
        return hub.open(ctx.request(), keys, expires);
    }

    boolean full() {
        return hub.full();
    }

    /** To be asked only while not {@link #full}. */
    void open(HttpServerRequest request, Set<String> keys) {
        hub.open(request, keys, Instant.MAX);
    }

    int number() {
        return number;
    }
}
