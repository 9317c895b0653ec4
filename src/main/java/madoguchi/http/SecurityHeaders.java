package madoguchi.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;

/** What every answer carries. Pages add their own content policy; everything else allows nothing. */
final class SecurityHeaders implements SecurityPolicyHandler {

    private final boolean secure;

    /** @param secure whether people reach us over https, so that their browsers may insist on it */
    SecurityHeaders(boolean secure) {
        this.secure = secure;
    }

    @Override
    public void handle(RoutingContext ctx) {
        put(ctx.response());
        ctx.next();
    }

    void put(HttpServerResponse response) {
        response.putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (secure) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
