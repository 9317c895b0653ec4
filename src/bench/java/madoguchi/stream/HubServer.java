package madoguchi.stream;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The shipped hub behind the two requests of the referee: {@code GET /sse} is a stream, {@code POST /b} sends its body
 * to all of them; {@code GET /streams} says how many there are. One event loop for each processor, as in the product.
 */
final class HubServer extends VerticleBase {

    private static final String KEY = "desk";

    /** The hubs of all event loops; each is touched on its own context only. */
    private final List<HubServer> all;

    private final int port;
    private final HttpServerOptions options;
    private HttpServer server;
    private StreamHub hub;
    private Context loop;
    private long id;

    @SuppressWarnings("NullAway.Init") // start makes the rest
    private HubServer(List<HubServer> all, int port, HttpServerOptions options) {
        this.all = all;
        this.port = port;
        this.options = options;
        all.add(this);
    }

    public static void main(String[] arguments) {
        HttpServerOptions options = options();
        if (List.of(arguments).contains("tls")) {
            options.setSsl(true).setUseAlpn(true).setKeyCertOptions(SelfSigned.make());
        }
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        start(vertx, Integer.parseInt(arguments[0]), options);
    }

    static int start(Vertx vertx, int port) {
        return start(vertx, port, options());
    }

    /**
     * Starts one on each event loop.
     *
     * @param port negative: a free one that all share
     * @return the port
     */
    private static int start(Vertx vertx, int port, HttpServerOptions options) {
        List<HubServer> all = new CopyOnWriteArrayList<>();
        for (int i = 0; i < Math.max(1, VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE / 2); i++) {
            vertx.deployVerticle(new HubServer(all, port, options)).await();
        }
        return all.get(0).server.actualPort();
    }

    @Override
    public Future<?> start() {
        loop = vertx.getOrCreateContext();
        hub = new StreamHub(vertx, rules(), new SplittableRandom(), InstantSource.system());
        Router router = Router.router(vertx);
        router.get("/streams").handler(ctx -> ctx.end(Long.toString(open())));
        router.post("/b").handler(this::broadcast);
        server = vertx.createHttpServer(options).requestHandler(request -> {
            if (request.path().equals("/sse")) {
                hub.open(request, Set.of(KEY), Instant.MAX);
            } else {
                router.handle(request);
            }
        });
        return server.listen(port, "127.0.0.1");
    }

    private long open() {
        return all.stream()
                .map(other -> other.hub.counters())
                .mapToLong(counters -> counters.opened() - counters.closed())
                .sum();
    }

    private void broadcast(RoutingContext ctx) {
        ctx.request().body().onSuccess(body -> {
            Frame frame = Frame.of("desk", Long.toString(++id), body.toString());
            all.forEach(other -> other.loop.runOnContext(v -> other.hub.publish(KEY, frame)));
            ctx.response().setStatusCode(204).end();
        });
    }

    private static StreamRules rules() {
        StreamRules rules = StreamRules.defaults();
        return new StreamRules(
                rules.heartbeat(),
                rules.maxAgeLow(),
                rules.maxAgeHigh(),
                rules.drainTimeout(),
                rules.retryLow(),
                rules.retryHigh(),
                20_000,
                rules.writeQueue());
    }

    /** As the product listens. */
    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setAcceptBacklog(4096)
                .setTcpNoDelay(true)
                .setTcpUserTimeout(30_000)
                .setSendBufferSize(16 * 1024)
                .setIdleTimeout(45)
                .setHttp2ClearTextEnabled(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setStrictThreadMode(true);
    }
}
