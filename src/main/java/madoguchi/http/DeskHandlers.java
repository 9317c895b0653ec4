package madoguchi.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Set;
import madoguchi.host.StreamKeys;

/** What anybody may see of a desk. */
final class DeskHandlers {

    private static final int CACHE_SECONDS = 2;

    private final Desks desks;
    private final Streams streams;

    DeskHandlers(Desks desks, Streams streams) {
        this.desks = desks;
        this.streams = streams;
    }

    void get(RoutingContext ctx) {
        Desks.Counter counter = desks.at(ctx);
        Future<JsonObject> picture = counter.host().picture();
        picture.onFailure(ctx::fail)
                .onSuccess(
                        desk -> answer(ctx, desk.copy().mergeIn(counter.facts().json())));
    }

    private static void answer(RoutingContext ctx, JsonObject desk) {
        // The tag leaves `at` out: the same truth a second later is not news.
        String etag =
                "\"" + Integer.toHexString(desk.copy().putNull("at").encode().hashCode()) + "\"";
        ctx.response().putHeader("ETag", etag).putHeader("Cache-Control", "public, max-age=" + CACHE_SECONDS);
        if (ETags.matches(ctx.request(), etag)) {
            ctx.response().setStatusCode(304).end();
        } else {
            ctx.response().putHeader("Content-Type", "application/json").end(desk.toBuffer());
        }
    }

    void stream(RoutingContext ctx) {
        Desks.Counter counter = desks.at(ctx);
        streams.open(ctx, Set.of(StreamKeys.desk(counter.host().rules().desk())), Instant.MAX);
    }
}
