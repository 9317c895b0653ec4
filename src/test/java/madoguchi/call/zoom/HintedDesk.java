package madoguchi.call.zoom;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import madoguchi.access.KeyedHash;
import madoguchi.desk.Board;
import madoguchi.desk.CallReport;
import madoguchi.desk.Command;
import madoguchi.desk.DeskRules;
import madoguchi.desk.MicrophoneResult;
import madoguchi.desk.OpeningHours;
import madoguchi.desk.Outcome;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketView;
import madoguchi.host.DeskHost;
import madoguchi.host.PresenceRules;
import madoguchi.journal.SqliteStore;

/** The real desk on its real host and journal, and all that becomes of Zoom's hints, at a time that goes from one happening to the next. */
final class HintedDesk implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(15);
    private static final Map<String, Outcome> OUTCOMES = Map.of("Solved", Outcome.SOLVED, "Form", Outcome.FOLLOW_UP);

    /** What happens next. */
    private record Happening(Instant at, long number, Runnable what) {}

    private final PriorityBlockingQueue<Happening> ahead = new PriorityBlockingQueue<>(
            1_000, Comparator.comparing(Happening::at).thenComparing(Happening::number));
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final ZoomHistory history;
    private final SqliteStore store;
    private final DeskHost host;
    private final Sight sight;
    private final Bonds bonds;
    private final Hints hints;
    private volatile Instant now = ZoomHistory.BEGIN;
    private final AtomicLong number = new AtomicLong();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    HintedDesk(ZoomHistory history, KeyedHash hash, Path folder) {
        this.history = history;
        DeskHost.registerCodecs(vertx);
        store = SqliteStore.open(vertx, folder).await();
        DeskHost.Stores stores = new DeskHost.Stores(store.journal(), store.privateTable());
        host = DeskHost.deploy(vertx, rules(), presence(), stores, () -> now, List.of(new Command.LoseSight()))
                .await();
        Later later = (pause, work) -> at(now.plus(pause), work);
        Engagements engagements = new Engagements();
        Records records = new Records(
                engagement -> Future.succeededFuture(history.record(engagement, now)),
                new Insistence(later),
                engagements,
                () -> now);
        bonds = new Bonds(later, engagements, records);
        sight = new Sight(
                host, new Agents(Map.of("queue", Set.of("ja")), POLL), new AgentIds(hash), Duration.ofSeconds(45), now);
        hints = new Hints(List.of(sight), engagements, bonds, () -> {});
    }

    private static DeskRules rules() {
        return new DeskRules(
                "helpdesk",
                ZoneId.of("Asia/Tokyo"),
                List.of("ja"),
                List.of(),
                OpeningHours.ALWAYS,
                500,
                DeskRules.Calling.AUTOMATIC,
                Duration.ofSeconds(60),
                2,
                3,
                Duration.ofMinutes(3),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofMinutes(15),
                Duration.ofMinutes(8),
                Duration.ofMinutes(10),
                Duration.ofSeconds(20),
                DeskRules.Staffing.PROVIDER,
                Outcome.SOLVED);
    }

    /** Everybody stays present. */
    private static PresenceRules presence() {
        Duration day = Duration.ofDays(1);
        return new PresenceRules(day, day.multipliedBy(2), day, day, Duration.ofMillis(100), day);
    }

    private void at(Instant when, Runnable what) {
        ahead.add(new Happening(when, number.getAndIncrement(), what));
    }

    void told(Instant when, ZoomHistory.Told event) {
        at(when, () -> ZoomEvent.read(event.body(), now).ifPresent(read -> hints.take(read, now)));
    }

    /** Zoom's lists are read on a timer, whatever its events do. */
    void lists(Instant until) {
        for (Instant when = ZoomHistory.BEGIN; when.isBefore(until); when = when.plus(POLL)) {
            at(when, () -> {
                sight.list(Map.of("queue", history.list(now)), now, new HashSet<>());
                bonds.followAll();
            });
        }
    }

    /** The caller joins, and is handed off at once: there are more agents than callers. */
    TicketId calls(ZoomHistory.Call call, int caller) {
        TicketId ticket = TicketId.random(new java.util.Random(caller));
        at(call.handedOff(), () -> {
            ask(new Command.Join(ticket, "ja", null, null, null));
            ask(new Command.CheckMicrophone(ticket, MicrophoneResult.PASSED));
            ask(new Command.HandOff(ticket));
        });
        at(call.found(), () -> bonds.bind(new Bonds.Bond(call.engagement(), ticket, sight, OUTCOMES)));
        if (call.pageSaysEnded() != null) {
            at(call.pageSaysEnded(), () -> ask(new Command.ReportCall(ticket, CallReport.ENDED)));
        }
        return ticket;
    }

    private void ask(Command command) {
        host.submit(command, (desk, at) -> "").onFailure(cause -> refused.add(command + ": " + cause.getMessage()));
    }

    /** Until nothing is ahead any more. @return what was refused to the callers */
    List<String> go() {
        for (Happening next = ahead.poll(); next != null; next = ahead.poll()) {
            Happening happening = next;
            now = happening.at();
            onLoop(() -> {
                happening.what().run();
                return Future.succeededFuture();
            });
            settle();
        }
        return refused;
    }

    /** What follows from a happening, and what follows from that, has reached the desk. */
    private void settle() {
        for (int round = 0; round < 3; round++) {
            onLoop(() -> host.ask((desk, at) -> ""));
        }
    }

    Board board() {
        return onLoop(() -> host.ask((desk, at) -> desk.board(at)));
    }

    TicketView ticket(TicketId ticket) {
        return onLoop(() -> host.ask((desk, at) -> desk.ticket(ticket, at).orElseThrow()));
    }

    private <T> T onLoop(java.util.function.Supplier<Future<T>> work) {
        return ScriptedZoom.await(
                Future.future(done -> loop.runOnContext(v -> work.get().onComplete(done))));
    }

    @Override
    public void close() {
        store.close().await();
        vertx.close().await();
    }
}
