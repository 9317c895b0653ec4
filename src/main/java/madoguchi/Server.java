package madoguchi;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import madoguchi.access.InviteCommand;
import madoguchi.access.Invitee;
import madoguchi.call.zoom.ZoomVerticle;
import madoguchi.desk.Role;
import madoguchi.host.DeskHost;
import madoguchi.http.Desks;
import madoguchi.http.HttpVerticle;
import madoguchi.http.ManagementVerticle;
import madoguchi.http.Services;
import madoguchi.journal.JournalUnavailableException;
import madoguchi.settings.Settings;
import madoguchi.stream.StreamRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Madoguchi: the rooms, made in the order in which they need each other, and ended the other way round. */
public final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Settings settings;
    private final ServicesOf.Base base;
    private final Desks desks;
    private final Readiness readiness;
    private final List<HttpVerticle> publicSide = new ArrayList<>();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private ManagementVerticle management;
    private Services services;

    @SuppressWarnings("NullAway.Init") // start makes the rest before anybody sees the server
    private Server(ServicesOf.Base base, Desks desks, Readiness readiness) {
        this.settings = base.settings();
        this.base = base;
        this.desks = desks;
        this.readiness = readiness;
    }

    /** A Vert.x as we want it: native transport where there is one. */
    public static Vertx vertx() {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        DeskHost.registerCodecs(vertx);
        return vertx;
    }

    /** @return fails with a plain sentence for whoever started it */
    public static Future<Server> start(Vertx vertx, Settings settings, InstantSource clock) {
        return start(vertx, settings, clock, Housekeeping.EVERY);
    }

    static Future<Server> start(Vertx vertx, Settings settings, InstantSource clock, Duration housekeeping) {
        Future<ServicesOf.Shipped> shipped = ServicesOf.Shipped.load(vertx);
        return DataOf.open(vertx, settings.data().dir(), clock)
                .map(data -> new ServicesOf.Base(
                        settings, data, shipped, ZoomOf.settings(settings, data.keys(), clock), clock))
                .compose(base -> DesksOf.open(vertx, base)
                        .map(desks -> new Server(base, desks, new Readiness(vertx, desks)))
                        .compose(server -> server.watch(vertx)
                                .compose(v -> server.listen(vertx))
                                .onSuccess(v -> server.keepHouse(vertx, housekeeping))
                                .compose(v -> server.manage(vertx))
                                .map(server))
                        .onFailure(cause -> base.store().close()))
                .recover(cause -> cannotRead(settings.data().dir(), cause));
    }

    /** What the database says of itself is no sentence yet. */
    private static <T> Future<T> cannotRead(Path data, Throwable cause) {
        boolean told = !(cause instanceof JournalUnavailableException)
                || String.valueOf(cause.getMessage()).contains(" (expected: ");
        return Future.failedFuture(
                told
                        ? cause
                        : new JournalUnavailableException(
                                "data.dir: " + data + ": " + cause.getMessage()
                                        + " (expected: a sound journal, as in the backup of this data folder)",
                                cause));
    }

    /** Begins to see what happens at Zoom. */
    private Future<Void> watch(Vertx vertx) {
        return base.zoom().isEmpty()
                ? Future.succeededFuture()
                : vertx.deployVerticle(base.zoom().get()).mapEmpty();
    }

    private Future<Void> listen(Vertx vertx) {
        int loops = Math.max(1, VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE / 2);
        StreamRules rules = StreamRulesOf.settings(settings.stream(), loops);
        for (int number = 0; number < loops; number++) {
            publicSide.add(new HttpVerticle(number, HttpOptions.of(settings.http()), rules, base.clock()));
        }
        return Future.all(publicSide.stream().map(vertx::deployVerticle).toList())
                .recover(cause -> settings.http().tls() == null || cause instanceof IOException
                        ? cannotListen(
                                "http", settings.http().bind(), settings.http().port(), cause)
                        : cannotUse(settings.http().tls(), cause))
                .compose(v -> ServicesOf.make(vertx, base, address()))
                .compose(made -> {
                    services = made;
                    return Future.all(publicSide.stream()
                            .map(verticle -> verticle.open(desks, made))
                            .toList());
                })
                .mapEmpty();
    }

    private void keepHouse(Vertx vertx, Duration every) {
        new Housekeeping(base, services.tokens()).start(vertx, every);
    }

    private Future<Void> manage(Vertx vertx) {
        Settings.Management side = settings.management();
        Metrics.register(metrics, publicSide);
        management = new ManagementVerticle(HttpOptions.of(side, settings.http()), readiness.checks(), metrics);
        return vertx.deployVerticle(management)
                .recover(cause -> cannotListen("management", side.bind(), side.port(), cause))
                .mapEmpty();
    }

    private static <T> Future<T> cannotListen(String side, String bind, int port, Throwable cause) {
        return Future.failedFuture(new IOException(
                side + ".port: " + port + " (expected: one to listen on at " + bind + "): " + cause.getMessage(),
                cause));
    }

    private static <T> Future<T> cannotUse(Settings.Tls tls, Throwable cause) {
        return Future.failedFuture(new IOException(
                "http.tls: " + tls.certificateFile() + ", " + tls.keyFile()
                        + " (expected: the PEM files of a certificate chain and of its private key): "
                        + cause.getMessage(),
                cause));
    }

    private ServicesOf.Address address() {
        return new ServicesOf.Address(
                publicUrl(), settings.http().bind(), publicSide.get(0).port());
    }

    /** Where people reach us, without a slash at the end. */
    public URI publicUrl() {
        URI given = settings.http().publicUrl();
        return given != null
                ? given
                : URI.create("http://localhost:" + publicSide.get(0).port());
    }

    public String managementUrl() {
        String bind = settings.management().bind();
        return "http://" + (bind.contains(":") ? "[" + bind + "]" : bind) + ":" + management.port();
    }

    /** A one-time sign-in link for somebody who answers and supervises at every desk. */
    public Future<String> invite(String name) {
        Invitee invitee = new Invitee(name, Set.of(Role.OPERATOR, Role.SUPERVISOR), desks.ids(), Set.of());
        return services.sessions().invite(invitee).map(invited -> InviteCommand.link(publicUrl(), invited.token()));
    }

    /** Says where to click; with the demo desk, or as long as nobody has ever signed in, that includes a sign-in link. */
    void announce() {
        LOG.info(
                "public side: {} (bound to {}:{})",
                publicUrl(),
                settings.http().bind(),
                publicSide.get(0).port());
        LOG.info("management side: {}", managementUrl());
        LOG.info("data: {}", settings.data().dir().toAbsolutePath().normalize());
        LOG.info("support page: {}/", publicUrl());
        LOG.info("health: {}/health/ready", managementUrl());
        desks.anyOperators()
                .compose(known -> known && !demo() ? Future.succeededFuture("") : invite("Operator"))
                .onSuccess(link -> {
                    if (!link.isEmpty()) {
                        LOG.info("operator console, a sign-in link for one use: {}", link);
                    }
                });
    }

    private boolean demo() {
        return settings.desks().equals(Settings.defaults().desks());
    }

    /**
     * Readiness off, streams ended over a spread, requests finished, journal closed. The spread is short, because the time after
     * which each client is told to come back spreads them, too.
     */
    public Future<Void> stop() {
        readiness.drain();
        Duration limit = settings.http().shutdown();
        return Future.join(publicSide.stream()
                        .map(verticle -> verticle.drain(limit.dividedBy(10), limit.dividedBy(3)))
                        .toList())
                .eventually(() -> base.zoom().map(ZoomVerticle::end).orElseGet(Future::succeededFuture))
                .eventually(() -> base.store().close())
                .mapEmpty();
    }
}
