package madoguchi.simulator;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import madoguchi.simulator.Agent.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Zoom Contact Center on free ports of loopback, fresh for each test: as a static field with the same ports for the whole
 * class. Its methods may be called by any thread.
 */
public final class ZoomSimulator
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {

    private static final long TICK = 20;
    private static final String LOOPBACK = "127.0.0.1";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    private final WebClient client =
            WebClient.create(vertx, new WebClientOptions().setTrustAll(true).setFollowRedirects(false));
    private final Clock beneath;
    private final HttpServer plain;
    private final HttpServer secure;
    private volatile World world;
    private boolean shared;

    public ZoomSimulator() {
        this(Clock.systemUTC(), 0);
    }

    /**
     * @param beneath what its time is reckoned from; one that stands still moves by {@link #advance} alone
     * @param port 0 for a free one
     */
    public ZoomSimulator(Clock beneath, int port) {
        this.beneath = beneath;
        world = new World(vertx, client, beneath);
        plain = listen(new HttpServerOptions(), port);
        secure = listen(new HttpServerOptions().setSsl(true).setKeyCertOptions(Certificate.OPTIONS), 0);
        context.runOnContext(nothing -> vertx.setPeriodic(TICK, id -> world.clock.tick()));
    }

    /** One whose time stands still until it is moved on. */
    static ZoomSimulator still() {
        return new ZoomSimulator(Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC), 0);
    }

    private HttpServer listen(HttpServerOptions options, int port) {
        return on(() -> vertx.createHttpServer(options)
                .requestHandler(request -> world.router.handle(request))
                .listen(port, LOOPBACK));
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        shared = true;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        if (shared) {
            world = new World(vertx, client, beneath);
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (!shared) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext test) {
        close();
    }

    @Override
    public void close() {
        Webhooks.await(vertx.close());
    }

    /** Of OAuth ({@code /oauth/token}), REST ({@code /v2}) and control ({@code /_sim}). */
    public String url() {
        return "http://" + LOOPBACK + ":" + plain.actualPort();
    }

    int port() {
        return plain.actualPort();
    }

    /** By which a browser finds the scripts where Zoom has them: {@code https://us01ccistatic.zoom.us/…}. */
    public String[] browserArguments() {
        return new String[] {
            "--host-resolver-rules=MAP zoom.us " + LOOPBACK + ":" + secure.actualPort() + ", MAP *.zoom.us " + LOOPBACK
                    + ":" + secure.actualPort(),
            "--ignore-certificate-errors"
        };
    }

    public SimulatedClock clock() {
        return world.clock;
    }

    public ZoomSimulator turn(Switch which, Object value) {
        world.switches.turn(which, value);
        return this;
    }

    /** Moves the simulator's time on; what falls due on the way happens at its time. */
    public void advance(Duration by) {
        run(() -> world.clock.advance(by));
    }

    // The account

    /** Takes a scope away from tokens granted from now on. */
    public void withoutScope(String scope) {
        run(() -> world.account.scopes.remove(scope));
    }

    /** Makes every token granted so far useless. */
    public void revokeTokens() {
        run(() -> world.tokens.revoke());
    }

    /** How many tokens were asked for. */
    public int tokensAsked() {
        return ask(() -> world.tokens.asked);
    }

    /** How many REST operations were asked for. */
    public int operationsAsked() {
        return ask(() -> world.gate.asked);
    }

    // Webhooks

    public void webhooksTo(String receiver) {
        run(() -> world.webhooks.to(receiver));
    }

    /** Registers that server for the webhooks. */
    public void serve(String server) {
        webhooksTo(server + "/webhooks/zoom");
    }

    /** Challenges the receiver. @return whether it knows the secret */
    public boolean validate() {
        return on(() -> world.webhooks.validate());
    }

    /** An event with this object as its payload. */
    public void send(String event, io.vertx.core.json.JsonObject object) {
        run(() -> world.webhooks.send(event, object));
    }

    /** Sends what {@link Switch#WEBHOOK_SHUFFLE} holds back, and waits until all events so far have been tried once. */
    public void settle() {
        run(() -> world.webhooks.release());
        on(() -> world.webhooks.sent().mapEmpty());
    }

    /** Tries so far and what came of them, as they were answered. */
    public List<Delivery> deliveries() {
        return List.copyOf(world.webhooks.deliveries);
    }

    // Agents: suzuki (both languages), sato (ja), smith (en)

    public void ready(String agent) {
        run(() -> world.center.become(world.center.agent(agent), Status.READY, ""));
    }

    public void notReady(String agent) {
        run(() -> world.center.become(world.center.agent(agent), Status.NOT_READY, "Break"));
    }

    public void logOut(String agent) {
        run(() -> world.center.become(world.center.agent(agent), Status.OFFLINE, ""));
    }

    /** Opts the agent in or out of a queue, by either of its ids. */
    public void opt(String agent, String queue, boolean in) {
        run(() -> world.center.opt(world.center.agent(agent), world.account.queue(queue), in));
    }

    public void active(String agent, boolean active) {
        run(() -> world.center.agent(agent).active = active);
    }

    public void answer(String agent) {
        run(() -> world.center.answer(world.center.agent(agent)));
    }

    public void reject(String agent) {
        run(() -> world.center.reject(world.center.agent(agent)));
    }

    public void hangUp(String agent) {
        run(() -> world.center.hangUp(world.center.agent(agent)));
    }

    /** @param disposition null for none named */
    public void wrapUpDone(String agent, @Nullable String disposition) {
        run(() -> world.center.wrappedUp(world.center.agent(agent), disposition));
    }

    // Callers

    /** A caller without a browser. @return the engagement's id */
    public String call(String entry, String ticket) {
        return ask(() -> world.center.start(world.account.entry(entry), ticket, (event, payload) -> {}).id);
    }

    /** The caller presses end. */
    public void callerEnds(String engagement) {
        run(() -> world.center.callerEnds(world.center.engagement(engagement)));
    }

    /** The caller's network is gone. */
    public void callerDrops(String engagement) {
        run(() -> world.center.callerDrops(world.center.engagement(engagement)));
    }

    /** The caller shows a window. */
    public boolean sharing(String engagement) {
        return ask(() -> world.center.engagement(engagement).sharing);
    }

    /** The newest engagement with this ticket in its variable, by id; empty for none. */
    public String engagementOf(String ticket) {
        return ask(() -> world.center.engagements.stream()
                .filter(each -> each.ticket.equals(ticket))
                .reduce((earlier, later) -> later)
                .map(each -> each.id)
                .orElse(""));
    }

    /** {@code pending}, {@code reserved}, {@code assigned}, {@code wrapping}, {@code completed} or {@code canceled}. */
    public String stateOf(String engagement) {
        return ask(() -> world.center.engagement(engagement).state.word());
    }

    private void run(Runnable action) {
        ask(() -> {
            action.run();
            return true;
        });
    }

    private <T> T ask(Supplier<T> question) {
        return on(() -> Future.succeededFuture(question.get()));
    }

    private <T> T on(Supplier<Future<T>> action) {
        io.vertx.core.Promise<T> done = io.vertx.core.Promise.promise();
        context.runOnContext(nothing -> {
            try {
                action.get().onComplete(done);
            } catch (RuntimeException e) {
                done.fail(e);
            }
        });
        return Webhooks.await(done.future());
    }
}
