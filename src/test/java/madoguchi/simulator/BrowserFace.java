package madoguchi.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scripts a caller's browser loads, and what they talk to: under whatever name of Zoom's they were reached by. */
final class BrowserFace {

    private static final Duration LATE = Duration.ofSeconds(30);

    /** A caller's browser: what it is told waits until it listens. */
    private static final class Tab implements Engagement.Consumer {

        private final List<Buffer> unsent = new ArrayList<>();
        private @Nullable HttpServerResponse stream;

        @Override
        public void hear(String event, JsonObject payload) {
            write(new JsonObject().put("event", event).put("payload", payload));
        }

        @Override
        public void over() {
            hear("closed", new JsonObject());
            if (stream != null) {
                stream.end();
            }
        }

        private void write(JsonObject news) {
            Buffer data = Buffer.buffer("data: " + news.encode() + "\n\n");
            if (stream == null) {
                unsent.add(data);
            } else {
                stream.write(data);
            }
        }

        private void listen(HttpServerResponse response) {
            stream = response;
            unsent.forEach(response::write);
            unsent.clear();
        }

        private void gone() {
            stream = null;
        }
    }

    private final Map<String, Tab> tabs = new HashMap<>();
    private final Vertx vertx;
    private final ContactCenter center;
    private final SimulatedClock clock;
    private final Switches switches;

    BrowserFace(Vertx vertx, ContactCenter center, SimulatedClock clock, Switches switches) {
        this.vertx = vertx;
        this.center = center;
        this.clock = clock;
        this.switches = switches;
    }

    void mount(Router router) {
        router.get("/")
                .handler(ctx -> ctx.response()
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .end(resource("agents.html")));
        router.getWithRegex("/(us01|eu01)cci/web-sdk/(video-client|chat-client|zcc-sdk)\\.js")
                .handler(this::script);
        router.route("/_sim/browser/*").handler(BrowserFace::allow);
        router.post("/_sim/browser/init").handler(this::init);
        router.post("/_sim/browser/start").handler(this::start);
        router.get("/_sim/browser/:id/events").handler(this::listen);
        router.post("/_sim/browser/:id/:act").handler(this::act);
    }

    private static void allow(RoutingContext ctx) {
        ctx.response()
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Access-Control-Allow-Headers", "Content-Type");
        if (ctx.request().method().equals(io.vertx.core.http.HttpMethod.OPTIONS)) {
            ctx.response().setStatusCode(204).end();
        } else {
            ctx.next();
        }
    }

    private void script(RoutingContext ctx) {
        switch (switches.word(Switch.SCRIPT)) {
            case "cut" -> ctx.request().connection().close();
            case "never" -> ctx.request().pause();
            case "late" -> clock.after(LATE, () -> serve(ctx));
            case "broken" -> send(ctx, "/* nothing */");
            default -> serve(ctx);
        }
    }

    private void serve(RoutingContext ctx) {
        String file = ctx.pathParam("param1").equals("video-client") ? "video-client.js" : "chat-client.js";
        String base = ctx.request().scheme() + "://" + ctx.request().authority();
        String turned =
                new JsonObject().put("eval", switches.on(Switch.SCRIPT_EVAL)).encode();
        send(ctx, resource(file).toString().replace("{{base}}", base).replace("{{switches}}", turned));
    }

    private static void send(RoutingContext ctx, String script) {
        ctx.response()
                .putHeader("Content-Type", "text/javascript; charset=utf-8")
                .putHeader("Access-Control-Allow-Origin", "*")
                .end(script);
    }

    private Buffer resource(String name) {
        return vertx.fileSystem().readFileBlocking("madoguchi/simulator/" + name);
    }

    private void init(RoutingContext ctx) {
        String entry = ctx.body().asJsonObject().getString("entryId", "");
        boolean known =
                center.account.entries.stream().anyMatch(each -> each.id().equals(entry));
        if (!known || switches.on(Switch.INIT_REFUSED)) {
            ctx.response().setStatusCode(400).end("init refused");
            return;
        }
        Account.Entry found = center.account.entry(entry);
        JsonObject variable = new JsonObject().put("itemKey", found.itemKey()).put("objectPath", found.objectPath());
        ctx.json(new JsonObject().put("variables", new JsonArray().add(variable)));
    }

    private void start(RoutingContext ctx) {
        if (switches.on(Switch.START_REFUSED)) {
            ctx.response().setStatusCode(403).end("start refused");
            return;
        }
        JsonObject wish = ctx.body().asJsonObject();
        Account.Entry entry = center.account.entry(wish.getString("entryId"));
        String read = wish.getJsonObject("data").getString(entry.itemKey() + "." + entry.objectPath(), "");
        Tab tab = new Tab();
        Engagement engagement = center.start(entry, read, tab);
        tabs.put(engagement.id, tab);
        ctx.json(new JsonObject().put("engagementId", engagement.id));
    }

    private void listen(RoutingContext ctx) {
        Tab tab = tabs.get(ctx.pathParam("id"));
        if (tab == null) {
            ctx.response().setStatusCode(404).end();
            return;
        }
        Engagement engagement = center.engagement(ctx.pathParam("id"));
        ctx.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        ctx.response().closeHandler(gone -> {
            tab.gone();
            center.callerDrops(engagement);
        });
        tab.listen(ctx.response());
    }

    private void act(RoutingContext ctx) {
        Engagement engagement = center.engagement(ctx.pathParam("id"));
        switch (ctx.pathParam("act")) {
            case "end" -> center.callerEnds(engagement);
            case "return" -> center.callerReturns(engagement);
            case "sharing" -> engagement.sharing = true;
            default -> throw new Absent("act", ctx.pathParam("act"));
        }
        ctx.json(new JsonObject());
    }
}
