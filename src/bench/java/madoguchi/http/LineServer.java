package madoguchi.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import madoguchi.desk.Command;
import madoguchi.desk.DeskRules;
import madoguchi.desk.OpeningHours;
import madoguchi.desk.OperatorId;
import madoguchi.desk.Outcome;
import madoguchi.desk.Role;
import madoguchi.desk.TicketId;
import madoguchi.host.DeskHost;
import madoguchi.host.PresenceRules;
import madoguchi.host.StreamKeys;
import madoguchi.journal.SqliteStore;
import madoguchi.stream.StreamConnection;
import madoguchi.stream.StreamHub;
import madoguchi.stream.StreamRules;

/**
 * A real desk with its journal, its announcer and its hubs, and many callers in line, without what the product asks of a request:
 * {@code GET /t/N} is the stream of the Nth caller, {@code POST /call} lets the one called leave, so that the next is called,
 * {@code GET /written} says how many writes there were to streams. There are no heartbeats, so that every write is news.
 */
final class LineServer extends VerticleBase {

    private static final String DESK = "desk";
    private static final Duration NEVER = Duration.ofHours(1);
    private static final int MOST_STREAMS = 20_000;
    private static final int JOINS_AT_A_TIME = 1_000;
    private static final OperatorId OPERATOR = new OperatorId("a".repeat(26));
    private static final DeskRules RULES = new DeskRules(
            DESK,
            ZoneOffset.UTC,
            List.of("en"),
            List.of(),
            OpeningHours.ALWAYS,
            1_000_000,
            DeskRules.Calling.AUTOMATIC,
            Duration.ofMinutes(60),
            10,
            3,
            Duration.ofSeconds(20),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(30),
            Duration.ofMinutes(8),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            DeskRules.Staffing.CONSOLE,
            Outcome.DROPPED);

    private final DeskHost host;
    private final List<TicketId> tickets;
    private final List<LineServer> all;
    private final int port;
    private StreamHub hub;
    private Streams streams;

    @SuppressWarnings("NullAway.Init") // start makes the rest
    private LineServer(DeskHost host, List<TicketId> tickets, List<LineServer> all, int port) {
        this.host = host;
        this.tickets = tickets;
        this.all = all;
        this.port = port;
        all.add(this);
    }

    /** @param arguments port, callers, up to which position every change is told */
    public static void main(String[] arguments) throws java.io.IOException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        DeskHost.registerCodecs(vertx);
        SqliteStore store = SqliteStore.open(vertx, Files.createTempDirectory(Path.of("target"), "line-bench"))
                .await();
        PresenceRules presence = new PresenceRules(
                NEVER, // whoever has no stream here waits all the same
                NEVER.multipliedBy(2),
                NEVER,
                NEVER,
                Duration.ofMillis(100),
                NEVER,
                Integer.parseInt(arguments[2]));
        DeskHost.Stores stores = new DeskHost.Stores(store.journal(), store.privateTable());
        DeskHost host = DeskHost.deploy(vertx, RULES, presence, stores, Clock.tickMillis(ZoneOffset.UTC), List.of())
                .await();
        List<TicketId> tickets = fill(host, Integer.parseInt(arguments[1]));
        host.submit(new Command.Enrol(OPERATOR, Set.of(Role.OPERATOR), Set.of("en")), (desk, now) -> "")
                .await();
        host.submit(new Command.SetStatus(OPERATOR, Command.Wish.AVAILABLE), (desk, now) -> "")
                .await();
        List<LineServer> all = new CopyOnWriteArrayList<>();
        for (int i = 0; i < Math.max(1, VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE / 2); i++) {
            vertx.deployVerticle(new LineServer(host, tickets, all, Integer.parseInt(arguments[0])))
                    .await();
        }
    }

    private static List<TicketId> fill(DeskHost host, int callers) {
        Random random = new Random(7);
        List<TicketId> tickets = new ArrayList<>();
        while (tickets.size() < callers) {
            List<Future<?>> joins = new ArrayList<>();
            for (int i = Math.min(JOINS_AT_A_TIME, callers - tickets.size()); i > 0; i--) {
                TicketId ticket = TicketId.random(random);
                tickets.add(ticket);
                joins.add(host.submit(new Command.Join(ticket, "en", null, null, null), (desk, now) -> ""));
            }
            Future.all(joins).await();
        }
        return tickets;
    }

    @Override
    public Future<?> start() {
        StreamRules shipped = StreamRules.defaults();
        StreamRules rules = new StreamRules(
                NEVER,
                NEVER,
                NEVER,
                shipped.drainTimeout(),
                shipped.retryLow(),
                shipped.retryHigh(),
                MOST_STREAMS,
                shipped.writeQueue());
        hub = new StreamHub(vertx, rules, new SplittableRandom(), InstantSource.system());
        streams = new Streams(hub, all.indexOf(this));
        streams.listen(vertx);
        HttpServerOptions options = new HttpServerOptions()
                .setTcpNoDelay(true)
                .setSendBufferSize(16 * 1024)
                .setStrictThreadMode(true);
        return vertx.createHttpServer(options).requestHandler(this::handle).listen(port, "127.0.0.1");
    }

    private void handle(HttpServerRequest request) {
        String path = request.path();
        if (path.startsWith("/t/")) {
            stream(request, tickets.get(Integer.parseInt(path.substring(3))));
        } else if (path.equals("/call")) {
            request.pause();
            host.ask((desk, now) -> desk.board(now).calls().get(0).ticket())
                    .compose(called -> host.submit(new Command.Leave(called), (desk, now) -> ""))
                    .onSuccess(v -> request.response().setStatusCode(204).end());
        } else {
            long written = all.stream()
                    .mapToLong(other -> other.hub.counters().written())
                    .sum();
            request.response().end(Long.toString(written));
        }
    }

    private void stream(HttpServerRequest request, TicketId ticket) {
        Set<String> keys = Set.of(StreamKeys.desk(DESK), StreamKeys.ticket(ticket));
        StreamConnection connection = hub.open(request, keys, Instant.MAX);
        host.enter(ticket, streams.number());
        connection.closed().onComplete(v -> host.leave(ticket, streams.number()));
    }
}
