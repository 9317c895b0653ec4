package madoguchi.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** Reads request bodies, up to the limit of the settings; Zoom's events may be longer than anything people send. */
final class Bodies implements Handler<RoutingContext> {

    private static final long EVENTS = 64 * 1024;

    private final BodyHandler ours;
    private final BodyHandler events = BodyHandler.create(false).setBodyLimit(EVENTS);

    /** @param limit bytes */
    Bodies(long limit) {
        ours = BodyHandler.create(false).setBodyLimit(limit);
    }

    @Override
    public void handle(RoutingContext ctx) {
        (ctx.request().path().startsWith("/webhooks/") ? events : ours).handle(ctx);
    }
}
