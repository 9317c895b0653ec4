package madoguchi.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import madoguchi.stream.StreamCounters;
import madoguchi.stream.StreamHub;
import madoguchi.stream.StreamRules;

/**
 * One event loop's share of the public HTTP side, with the hub of the streams that live on it. It listens first and answers
 * once it is opened, because what it answers depends on the port that it got.
 */
public final class HttpVerticle extends VerticleBase {

    private final int number;
    private final HttpServerOptions options;
    private final StreamRules streamRules;
    private final InstantSource clock;
    private HttpServer server;
    private StreamHub hub;
    private Handler<HttpServerRequest> requests = HttpVerticle::notYet;

    /** @param number of the hub, unique among the verticles of this process */
    @SuppressWarnings("NullAway.Init") // start() makes the rest, on the loop that owns it
    public HttpVerticle(int number, HttpServerOptions options, StreamRules streamRules, InstantSource clock) {
        this.number = number;
        this.options = options;
        this.streamRules = streamRules;
        this.clock = clock;
    }

    @Override
    public Future<?> start() {
        hub = new StreamHub(vertx, streamRules, new SplittableRandom(), clock);
        return vertx.createHttpServer(options)
                .requestHandler(request -> {
                    if (!UnreadAnswers.cut(request)) {
                        requests.handle(request);
                    }
                })
                .listen()
                .onSuccess(listening -> server = listening);
    }

    private static void notYet(HttpServerRequest request) {
        request.response()
                .setStatusCode(503)
                .putHeader(Problem.RETRY_AFTER, "1")
                .end();
    }

    /** Begins to answer. Any thread. */
    public Future<Void> open(Desks desks, Services services) {
        return onLoop(() -> {
            Streams streams = new Streams(hub, number);
            streams.listen(vertx);
            Router router = new Routes(desks, streams, services).router(vertx);
            DeskStreams deskStreams = new DeskStreams(desks, streams, services);
            requests = request -> {
                if (!deskStreams.open(request)) {
                    router.handle(request);
                }
            };
            return Future.succeededFuture();
        });
    }

    private Future<Void> onLoop(Supplier<Future<Void>> work) {
        return Future.future(done -> context.runOnContext(
                v -> Future.<Void>succeededFuture().compose(x -> work.get()).onComplete(done)));
    }

    /** The port that was really taken. */
    public int port() {
        return server.actualPort();
    }

    public StreamCounters counters() {
        return hub.counters();
    }

    /** Ends the streams over a spread, then the server once its requests are answered. Any thread. */
    public Future<Void> drain(Duration spread, Duration limit) {
        return onLoop(() -> hub.drain(spread))
                .eventually(() -> server.shutdown(limit.toMillis(), TimeUnit.MILLISECONDS));
    }
}
