package madoguchi.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets the widgets of a desk's sites read the desk, and nothing else: origins are compared exactly, without credentials.
 * CORS is no authentication; it keeps other sites' pages out.
 */
final class Cors implements SecurityPolicyHandler {

    private static final Pattern READABLE = Pattern.compile("/api/v1/desks/([a-z0-9]{1,40})(/stream)?");
    private static final Set<String> HEADERS = Set.of("if-none-match", "last-event-id", "cache-control", "accept");

    private final Map<String, List<String>> sites;

    Cors(Map<String, List<String>> sites) {
        this.sites = sites;
    }

    @Override
    public void handle(RoutingContext ctx) {
        Matcher path = READABLE.matcher(ctx.request().path());
        if (!path.matches()) {
            ctx.next();
            return;
        }
        HttpServerResponse response = ctx.response();
        boolean listed = allow(path.group(1), ctx.request(), response);
        if (ctx.request().method().equals(HttpMethod.OPTIONS)) {
            preflight(response, listed);
        } else {
            ctx.next();
        }
    }

    /** @return whether the request comes from a site of the desk's list */
    boolean allow(String desk, HttpServerRequest request, HttpServerResponse response) {
        response.putHeader("Vary", "Origin");
        response.putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        String origin = request.getHeader("Origin");
        boolean listed = origin != null && sites.getOrDefault(desk, List.of()).contains(origin);
        if (listed) {
            response.putHeader("Access-Control-Allow-Origin", origin)
                    .putHeader("Access-Control-Expose-Headers", "ETag, Retry-After");
        }
        return listed;
    }

    private static void preflight(HttpServerResponse response, boolean listed) {
        if (listed) {
            response.putHeader("Access-Control-Allow-Methods", "GET")
                    .putHeader(
                            "Access-Control-Allow-Headers",
                            String.join(", ", HEADERS.stream().sorted().toList()))
                    .putHeader("Access-Control-Max-Age", "600");
        }
        response.setStatusCode(listed ? 204 : 403).end();
    }
}
