package madoguchi.stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.NetClient;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A real server on a free port that answers {@code GET /key,key} with a stream of a hub whose time is moved by hand.
 * Everything of the server runs on its one event loop.
 */
final class HubFixture implements AutoCloseable {

    static final Instant PRESENT = Instant.parse("2026-11-24T01:00:00Z");

    final StreamHub hub;
    /** In the order in which they were opened. */
    final List<StreamConnection> opened = new CopyOnWriteArrayList<>();

    volatile Instant expires = Instant.MAX;
    /** What the clock says; the hub's own time moves by {@link #tick} alone. */
    volatile Instant clock = PRESENT;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Vertx clients = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    /** Kept, because Vert.x closes the connections of a client that is garbage. */
    private final NetClient netClient = clients.createNetClient();

    private final HttpServer server;

    HubFixture(StreamRules rules) {
        this(rules, new HttpServerOptions());
    }

    HubFixture(StreamRules rules, HttpServerOptions options) {
        hub = new StreamHub(rules, new Random(7), () -> clock, this::nextTurn);
        server =
                await(vertx.createHttpServer(options).requestHandler(this::open).listen(0, "127.0.0.1"));
    }

    int port() {
        return server.actualPort();
    }

    /** Opens a stream and waits for its head and greeting. */
    RawClient open(String keys) {
        RawClient client = await(netClient.connect(port(), "127.0.0.1").map(RawClient::new));
        client.send("GET /" + keys + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        client.awaitText("retry: ");
        return client;
    }

    void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    <T> T call(Callable<T> action) {
        return await(Future.future(promise -> nextTurn(() -> {
            try {
                promise.complete(action.call());
            } catch (Exception | AssertionError failure) {
                promise.fail(failure);
            }
        })));
    }

    private void nextTurn(Runnable work) {
        ((VertxInternal) vertx).nettyEventLoopGroup().next().execute(work);
    }

    void tick(long millis) {
        run(() -> hub.tick(millis));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.await(60, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("not within 60 s", late);
        }
    }

    private void open(HttpServerRequest request) {
        Set<String> keys = Set.of(request.path().substring(1).split(","));
        opened.add(hub.open(request, keys, expires));
    }

    @Override
    public void close() {
        await(vertx.close());
        await(clients.close());
    }
}
