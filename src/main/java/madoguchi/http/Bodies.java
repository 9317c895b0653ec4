package madoguchi.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** Reads request bodies, up to the limit of the settings; Zoom's events may be longer than anything people send. */
final class Bodies implements Handler<RoutingContext> {

    private static final long KIB = 1024;
    private static final long EVENTS = 64 * KIB;
    private static final String LIMIT = "madoguchi.bodyLimit";

    private final long limit;
    private final BodyHandler ours;
    private final BodyHandler events = BodyHandler.create(false).setBodyLimit(EVENTS);

    /** @param limit bytes */
    Bodies(long limit) {
        this.limit = limit;
        this.ours = BodyHandler.create(false).setBodyLimit(limit);
    }

    @Override
    public void handle(RoutingContext ctx) {
        boolean event = ctx.request().path().startsWith("/webhooks/");
        ctx.put(LIMIT, event ? EVENTS : limit);
        (event ? events : ours).handle(ctx);
    }

    /** The longest body that this request may have, as people write it. */
    static String limit(RoutingContext ctx) {
        long bytes = ctx.<Long>get(LIMIT, 0L);
        return bytes % KIB == 0 ? bytes / KIB + " KiB" : bytes + " bytes";
    }
}
