package madoguchi.simulator;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import madoguchi.simulator.Agent.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Zoom Contact Center on a free port of loopback, fresh for each test. Its methods may be called by any thread. */
public final class ZoomSimulator implements BeforeEachCallback, AfterEachCallback, AutoCloseable {

    private static final long SEED = 20261124;
    private static final long TICK = 20;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    private final Switches switches = new Switches();
    private final Account account = new Account();
    private final SimulatedClock clock;
    private final Webhooks webhooks;
    private final ContactCenter center;
    private final Tokens tokens;
    private final Gate gate;
    private final HttpServer server;

    public ZoomSimulator() {
        this(Clock.systemUTC(), 0);
    }

    /**
     * @param beneath what its time is reckoned from; one that stands still moves by {@link #advance} alone
     * @param port 0 for a free one
     */
    public ZoomSimulator(Clock beneath, int port) {
        Random random = new Random(SEED);
        clock = new SimulatedClock(beneath);
        webhooks = new Webhooks(client(), clock, switches, random);
        center = new ContactCenter(account, clock, switches, new Notices(webhooks, clock, switches), random);
        tokens = new Tokens(account, clock, switches, random);
        gate = new Gate(tokens, clock, switches);
        Router router = router(random);
        server = on(() -> vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                .requestHandler(router)
                .listen(port));
        context.runOnContext(nothing -> vertx.setPeriodic(TICK, id -> clock.tick()));
    }

    private WebClient client() {
        return WebClient.create(vertx, new WebClientOptions().setTrustAll(true).setFollowRedirects(false));
    }

    private Router router(Random random) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false));
        router.post("/oauth/token").handler(tokens::handle);
        Paging paging = new Paging(clock, switches, random);
        new RestFace(center, gate, paging, clock, switches).mount(router);
        new ControlFace(center, webhooks, clock, switches).mount(router);
        return router;
    }

    @Override
    public void beforeEach(ExtensionContext test) {}

    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    @Override
    public void close() {
        Webhooks.await(vertx.close());
    }

    /** Of OAuth ({@code /oauth/token}), REST ({@code /v2}) and control ({@code /_sim}). */
    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    public SimulatedClock clock() {
        return clock;
    }

    public ZoomSimulator turn(Switch which, Object value) {
        switches.turn(which, value);
        return this;
    }

    /** Moves the simulator's time on; what falls due on the way happens at its time. */
    public void advance(Duration by) {
        run(() -> clock.advance(by));
    }

    // The account

    /** Takes a scope away from tokens granted from now on. */
    public void withoutScope(String scope) {
        run(() -> account.scopes.remove(scope));
    }

    /** Makes every token granted so far useless. */
    public void revokeTokens() {
        run(tokens::revoke);
    }

    /** How many tokens were asked for. */
    public int tokensAsked() {
        return ask(() -> tokens.asked);
    }

    /** How many REST operations were asked for. */
    public int operationsAsked() {
        return ask(() -> gate.asked);
    }

    // Webhooks

    public void webhooksTo(String receiver) {
        run(() -> webhooks.to(receiver));
    }

    /** Challenges the receiver. @return whether it knows the secret */
    public boolean validate() {
        return on(webhooks::validate);
    }

    /** An event with this object as its payload. */
    public void send(String event, io.vertx.core.json.JsonObject object) {
        run(() -> webhooks.send(event, object));
    }

    /** Sends what {@link Switch#WEBHOOK_SHUFFLE} holds back, and waits until all events so far have been tried once. */
    public void settle() {
        run(webhooks::release);
        on(() -> webhooks.sent().mapEmpty());
    }

    /** Tries so far and what came of them, as they were answered. */
    public List<Delivery> deliveries() {
        return List.copyOf(webhooks.deliveries);
    }

    // Agents: suzuki (both languages), sato (ja), smith (en)

    public void ready(String agent) {
        run(() -> center.become(center.agent(agent), Status.READY, ""));
    }

    public void notReady(String agent) {
        run(() -> center.become(center.agent(agent), Status.NOT_READY, "Break"));
    }

    public void logOut(String agent) {
        run(() -> center.become(center.agent(agent), Status.OFFLINE, ""));
    }

    /** Opts the agent in or out of a queue, by either of its ids. */
    public void opt(String agent, String queue, boolean in) {
        run(() -> center.opt(center.agent(agent), account.queue(queue), in));
    }

    public void active(String agent, boolean active) {
        run(() -> center.agent(agent).active = active);
    }

    public void answer(String agent) {
        run(() -> center.answer(center.agent(agent)));
    }

    public void reject(String agent) {
        run(() -> center.reject(center.agent(agent)));
    }

    public void hangUp(String agent) {
        run(() -> center.hangUp(center.agent(agent)));
    }

    /** @param disposition null for none named */
    public void wrapUpDone(String agent, @Nullable String disposition) {
        run(() -> center.wrappedUp(center.agent(agent), disposition));
    }

    // Callers

    /** A caller without a browser. @return the engagement's id */
    public String call(String entry, String ticket) {
        return ask(() -> center.start(account.entry(entry), ticket, (event, payload) -> {}).id);
    }

    /** The caller presses end. */
    public void callerEnds(String engagement) {
        run(() -> center.callerEnds(center.engagement(engagement)));
    }

    /** The caller's network is gone. */
    public void callerDrops(String engagement) {
        run(() -> center.callerDrops(center.engagement(engagement)));
    }

    /** The newest engagement with this ticket in its variable, by id; empty for none. */
    public String engagementOf(String ticket) {
        return ask(() -> center.engagements.stream()
                .filter(each -> each.ticket.equals(ticket))
                .reduce((earlier, later) -> later)
                .map(each -> each.id)
                .orElse(""));
    }

    /** {@code pending}, {@code reserved}, {@code assigned}, {@code wrapping}, {@code completed} or {@code canceled}. */
    public String stateOf(String engagement) {
        return ask(() -> center.engagement(engagement).state.word());
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
