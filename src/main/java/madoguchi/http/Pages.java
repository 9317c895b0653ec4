package madoguchi.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.call.CallPage;

/** Serves the pages, the widget and what they load, each page with the policy it needs and no more. */
final class Pages implements Handler<RoutingContext> {

    private static final Pattern DESK_PAGE = Pattern.compile("/(room|call)/([a-z0-9]{1,40})");

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; media-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
                    + "require-trusted-types-for 'script'";

    private static final String PERMISSIONS = "microphone=(self), display-capture=(self), camera=()";

    private final WebRoot webRoot;
    private final Map<String, List<String>> sites;
    private final Map<String, CallPage> callPages;

    /**
     * @param sites by desk, the origins that may frame its room
     * @param callPages by desk, where its calls are taken
     */
    Pages(WebRoot webRoot, Map<String, List<String>> sites, Map<String, CallPage> callPages) {
        this.webRoot = webRoot;
        this.sites = sites;
        this.callPages = callPages;
    }

    @Override
    public void handle(RoutingContext ctx) {
        String path = ctx.request().path();
        Matcher page = DESK_PAGE.matcher(path);
        if (page.matches()) {
            deskPage(ctx, page.group(1), page.group(2));
        } else if (path.equals("/console")) {
            ctx.response().setStatusCode(308).putHeader("Location", "/console/").end();
        } else {
            serve(ctx, path.endsWith("/") ? path + "index.html" : path, new Limits(POLICY, "'none'", PERMISSIONS));
        }
    }

    /**
     * What a page may do.
     *
     * @param policy without {@code frame-ancestors}
     * @param ancestors who may frame it
     */
    private record Limits(String policy, String ancestors, String permissions) {}

    private void deskPage(RoutingContext ctx, String page, String desk) {
        List<String> framers = sites.get(desk);
        if (framers == null) {
            ctx.next();
            return;
        }
        CallPage call = Objects.requireNonNull(callPages.get(desk));
        if (page.equals("room")) {
            String ancestors = ("'self' " + String.join(" ", framers)).trim();
            serve(ctx, "/room/index.html", new Limits(POLICY, ancestors, PERMISSIONS));
        } else {
            String policy = call.policy() == null ? POLICY : call.policy();
            serve(ctx, call.path(), new Limits(policy, "'none'", call.permissions()));
        }
    }

    private void serve(RoutingContext ctx, String path, Limits limits) {
        Asset asset = webRoot.get(path);
        if (asset == null) {
            ctx.next();
            return;
        }
        HttpServerResponse response = ctx.response();
        response.putHeader("Cache-Control", path.equals("/widget.js") ? "public, max-age=300" : "no-cache")
                .putHeader("Vary", "Accept-Encoding");
        if (asset.contentType().startsWith("text/html")) {
            String ancestors = "; frame-ancestors " + limits.ancestors();
            response.putHeader("Content-Security-Policy", limits.policy() + ancestors)
                    .putHeader("Permissions-Policy", limits.permissions());
        }
        if (path.equals("/widget.js")) {
            response.putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
        if (path.startsWith("/console/")) {
            response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        }
        send(ctx.request(), response, asset);
    }

    private static void send(HttpServerRequest request, HttpServerResponse response, Asset asset) {
        boolean gzip = ETags.acceptsGzip(request);
        String etag = "\"" + asset.etag() + (gzip ? "-gz\"" : "\"");
        response.putHeader("ETag", etag);
        if (ETags.matches(request, etag)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", asset.contentType());
        if (gzip) {
            response.putHeader("Content-Encoding", "gzip");
        }
        response.end(gzip ? asset.gzip() : asset.plain());
    }
}
