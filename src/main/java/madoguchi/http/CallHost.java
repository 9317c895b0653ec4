package madoguchi.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a provider's script apart: where the call page has a host name of its own, that name serves the call page and what it
 * needs, and nothing else; and no other name serves the call page. Each sends on to the other what is the other's.
 */
final class CallHost implements PlatformHandler {

    private static final Pattern CALL_PAGE = Pattern.compile("/call/[a-z0-9]{1,40}");
    private static final Pattern ROOM_PAGE = Pattern.compile("/room/[a-z0-9]{1,40}");
    private static final Pattern NEEDED = Pattern.compile(
            "/call/.*|/shared/.*|/room/[a-z0-9.-]+\\.(js|css)|/api/v1/ticket(/.*)?|/api/v1/desks/[a-z0-9]{1,40}");

    private final @Nullable URI origin;
    private final URI publicUrl;

    /** @param origin null where the call page shares the origin of the others */
    CallHost(@Nullable URI origin, URI publicUrl) {
        this.origin = origin;
        this.publicUrl = publicUrl;
    }

    @Override
    public void handle(RoutingContext ctx) {
        if (origin == null) {
            ctx.next();
            return;
        }
        HttpServerRequest request = ctx.request();
        boolean there = request.authority() != null
                && origin.getRawAuthority().equalsIgnoreCase(request.authority().toString());
        String path = request.path();
        if (!there && CALL_PAGE.matcher(path).matches()) {
            sendTo(origin, ctx);
        } else if (there && ROOM_PAGE.matcher(path).matches()) {
            sendTo(publicUrl, ctx);
        } else if (there && !NEEDED.matcher(path).matches()) {
            ctx.fail(404);
        } else {
            ctx.next();
        }
    }

    private static void sendTo(URI origin, RoutingContext ctx) {
        ctx.response()
                .setStatusCode(308)
                .putHeader("Location", origin + ctx.request().uri())
                .end();
    }
}
