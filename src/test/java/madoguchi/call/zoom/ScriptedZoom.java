package madoguchi.call.zoom;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An HTTP server that gives out tokens and answers each request as the test says: for what no well-behaved Zoom does. */
final class ScriptedZoom implements BeforeEachCallback, AfterEachCallback, InstantSource {

    static final JsonObject EMPTY = new JsonObject();

    final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    final AtomicInteger tokens = new AtomicInteger();
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Consumer<HttpServerRequest> oauth = this::token;
    volatile Consumer<HttpServerRequest> rest = request -> answer(request, 200, EMPTY);
    private volatile Instant now = Clock.systemUTC().instant();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @Override
    public void beforeEach(ExtensionContext context) {
        server = await(vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        await(vertx.close());
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/oauth/token")) {
            request.body().onSuccess(body -> oauth.accept(request));
        } else {
            asked.add(request.uri());
            rest.accept(request);
        }
    }

    private void token(HttpServerRequest request) {
        answer(
                request,
                200,
                new JsonObject()
                        .put("access_token", "token-" + tokens.incrementAndGet())
                        .put("expires_in", 3600)
                        .put("scope", "one two"));
    }

    static void answer(HttpServerRequest request, int status, JsonObject body) {
        request.response().setStatusCode(status).end(body.toBuffer());
    }

    ZoomAccount account() {
        String url = "http://127.0.0.1:" + server.actualPort();
        return new ZoomAccount(
                "account",
                "client",
                new ZoomAccount.Secrets("secret", "webhook", null, null),
                URI.create(url + "/oauth/token"),
                URI.create(url + "/v2"),
                Duration.ofSeconds(15),
                Duration.ofSeconds(45));
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Runs on one event loop, as everything of ours does, and waits. */
    <T> T run(Supplier<Future<T>> work) {
        return await(Future.future(done -> loop.runOnContext(v -> work.get().onComplete(done))));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
