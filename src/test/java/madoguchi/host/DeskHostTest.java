package madoguchi.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import madoguchi.desk.Command;
import madoguchi.desk.Event;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketState;
import madoguchi.journal.JournalUnavailableException;
import madoguchi.journal.SqliteStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hosted desk on the real store. */
class DeskHostTest {

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    private volatile Instant now = Instant.parse("2026-11-24T00:00:00Z");
    private SqliteStore store;
    private DeskHost host;

    @BeforeEach
    void open() {
        DeskHost.registerCodecs(vertx);
        store = SqliteStore.open(vertx, folder).await();
        host = DeskHost.deploy(
                        vertx,
                        LineCadenceTest.RULES,
                        LineCadenceTest.PRESENCE,
                        new DeskHost.Stores(store.journal(), store.privateTable()),
                        (InstantSource) () -> now,
                        List.of())
                .await();
    }

    @AfterEach
    void close() {
        store.close().await();
        vertx.close().await();
    }

    @Test
    void job_thatFailsUnexpectedly_isAnsweredWithThat_andTheOthersOfItsBatchAreServed() {
        IllegalStateException mistake = new IllegalStateException("a mistake of ours");
        Future<Integer> before = join(1);
        Future<Object> wrong = host.ask((desk, now) -> {
            throw mistake;
        });
        Future<Integer> after = join(2);

        assertThat(before.await()).isEqualTo(1);
        assertThat(after.await()).isEqualTo(2);
        assertThat(Future.join(List.of(wrong))
                        .otherwiseEmpty()
                        .map(done -> wrong.cause())
                        .await())
                .isEqualTo(mistake);
        assertThat(store.journal().read("desk", 0, 10).await()).hasSize(2);
    }

    /** As a newer version beside us might write it. */
    @Test
    void join_whereTheJournalHoldsWhatCannotBeRead_isRefusedUntilItCan() throws Exception {
        join(1).await();
        execute("INSERT INTO event VALUES ('desk', 2, 0, 'OfTomorrow', 1, '{}')");

        assertThat(failure(join(2))).isInstanceOf(JournalUnavailableException.class);
        assertThat(host.picture().await().getString("state")).isEqualTo("paused");

        execute("DELETE FROM event WHERE type = 'OfTomorrow'");
        Future<Integer> joined = join(2);
        while (failure(joined) != null) {
            joined = join(2);
        }
        assertThat(joined.result()).isEqualTo(2);
    }

    /** As after a write of our own that failed and yet came to be on the disk. */
    @Test
    void ticket_thatWeLearnOfFromTheJournal_isParkedWhenNothingIsHeardOfIt() {
        join(1).await();
        TicketId learnt = TicketId.random(new Random(9));
        Event joined = new Event.Joined(now, learnt, "en", null, null, null, 1, null);
        store.journal().append("desk", 1, List.of(joined)).await();
        assertThat(join(2).await()).isEqualTo(3);

        now = now.plus(LineCadenceTest.PRESENCE.parkAfter()).plusSeconds(1);

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!isParked(learnt)) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private boolean isParked(TicketId ticket) {
        TicketState state = host.ask(
                        (desk, at) -> desk.ticket(ticket, at).orElseThrow().state())
                .await();
        return state instanceof TicketState.Waiting waiting && waiting.presence() == TicketState.Presence.PARKED;
    }

    private static @Nullable Throwable failure(Future<?> future) throws Exception {
        return future.<@Nullable Throwable>map(done -> null)
                .recover(cause -> Future.succeededFuture(cause))
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private void execute(String sql) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("madoguchi.db"));
                Statement statement = other.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Future<Integer> join(int seed) {
        TicketId ticket = TicketId.random(new Random(seed));
        return host.submit(new Command.Join(ticket, "en", null, null, null), (desk, now) -> desk.position(ticket));
    }
}
