package madoguchi.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.healthchecks.HealthCheckHandler;

/**
 * Health and metrics for ops, on a port of its own. Live says only that an event loop turns; ready that the desks are read,
 * the journal writes and no drain has begun.
 */
public final class ManagementVerticle extends VerticleBase {

    private final HttpServerOptions options;
    private final HealthChecks ready;
    private final PrometheusMeterRegistry metrics;
    private HttpServer server;

    @SuppressWarnings("NullAway.Init") // start() makes the rest, on the loop that owns it
    public ManagementVerticle(HttpServerOptions options, HealthChecks ready, PrometheusMeterRegistry metrics) {
        this.options = options;
        this.ready = ready;
        this.metrics = metrics;
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        router.get("/health/live").handler(ctx -> ctx.json(new io.vertx.core.json.JsonObject().put("status", "UP")));
        router.get("/health/ready").handler(HealthCheckHandler.createWithHealthChecks(ready));
        router.get("/metrics").handler(this::metrics);
        return vertx.createHttpServer(options)
                .requestHandler(request -> {
                    if (!UnreadAnswers.cut(request)) {
                        router.handle(request);
                    }
                })
                .listen()
                .onSuccess(listening -> server = listening);
    }

    private void metrics(RoutingContext ctx) {
        ctx.response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(metrics.scrape());
    }

    public int port() {
        return server.actualPort();
    }
}
