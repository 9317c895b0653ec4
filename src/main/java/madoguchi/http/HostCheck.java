package madoguchi.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.List;
import madoguchi.access.Hosts;

/** The first handler: a request must name exactly one host, and one of ours (RFC 9112 §3.2; no DNS rebinding). */
final class HostCheck implements PlatformHandler {

    private final Hosts hosts;

    HostCheck(Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public void handle(RoutingContext ctx) {
        if (allows(ctx.request())) {
            ctx.next();
        } else {
            Failures.answer(
                    ctx,
                    Problem.of(
                            400,
                            "unknown-host",
                            "Not our name",
                            "Host: unknown (expected: one that http.hosts lists)"));
        }
    }

    boolean allows(HttpServerRequest request) {
        return hosts.allow(named(request));
    }

    /** HTTP/2 names the host in a pseudo-header. */
    private static List<String> named(HttpServerRequest request) {
        List<String> headers = request.headers().getAll(HttpHeaders.HOST);
        boolean pseudo = headers.isEmpty() && request.version() == HttpVersion.HTTP_2 && request.authority() != null;
        return pseudo ? List.of(request.authority().toString()) : headers;
    }
}
