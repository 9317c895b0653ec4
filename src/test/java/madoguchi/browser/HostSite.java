package madoguchi.browser;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Somebody else's site on an origin of its own, whose pages carry the strictest policy a widget can meet. Register it as a
 * static field before the server, whose settings name its origin.
 */
final class HostSite implements AfterAllCallback {

    private static final String POLICY = "default-src 'none'; script-src %1$s; connect-src %1$s; frame-src %1$s;"
            + " style-src 'self'; require-trusted-types-for 'script'; base-uri 'none'";
    private static final String PAGE = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\"><title>Site</title>";

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final Map<String, String> policies = new ConcurrentHashMap<>();
    private final HttpServer server = listen();

    private HttpServer listen() {
        HttpServer made = vertx.createHttpServer().requestHandler(this::serve);
        try {
            return made.listen(0, "127.0.0.1").await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("site: no port", e);
        }
    }

    private void serve(HttpServerRequest request) {
        String content = files.get(request.path());
        if (content == null) {
            request.response().setStatusCode(404).end();
            return;
        }
        request.response()
                .putHeader("Content-Type", request.path().endsWith(".css") ? "text/css" : "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", policies.getOrDefault(request.path(), "default-src 'none'"))
                .end(content);
    }

    String origin() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** The same address on a sibling of the desk's host, where browsers keep no storage from a framed room. */
    static String sameSite(String url) {
        return url.replace("//127.0.0.1:", "//localhost:");
    }

    /**
     * The settings of the demo's desk, open to this site.
     *
     * @param more further lines of the desk
     */
    String settings(String... more) {
        return """
                desks:
                  helpdesk:
                    name: {ja: ITサポート窓口, en: IT Support Desk}
                    languages: [ja, en]
                    topics:
                      network: {ja: ネットワーク, en: Network}
                      account: {ja: アカウント, en: Accounts}
                    notes: [{ja: 通話は録音されません。, en: Calls are not recorded.}]
                    mailForm: {ja: "https://mail.example/ja?ref={reference}", en: "https://mail.example/en?ref={reference}"}
                    sites: ["%s", "%s"]
                """.formatted(origin(), sameSite(origin()))
                + String.join(
                        "", Stream.of(more).map(line -> "    " + line + "\n").toList());
    }

    /**
     * A page whose policy allows scripts and connections of that desk alone.
     *
     * @return its address
     */
    String page(String desk, String body) {
        String path = "/" + files.size();
        files.put(path, PAGE + body);
        policies.put(path, POLICY.formatted(desk));
        return origin() + path;
    }

    /**
     * A page with the widget's tag.
     *
     * @param attributes of the tag, besides the desk
     */
    String withWidget(String desk, String attributes) {
        return page(desk, tag(desk, attributes));
    }

    static String tag(String desk, String attributes) {
        return "<script src=\"" + desk + "/widget.js\" data-desk=\"helpdesk\" async " + attributes + "></script>";
    }

    void style(String path, String css) {
        files.put(path, css);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        vertx.close().await(60, TimeUnit.SECONDS);
    }
}
