package madoguchi.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import madoguchi.desk.Command;
import madoguchi.desk.Desk;
import madoguchi.desk.DeskSnapshot;
import madoguchi.desk.Event;
import madoguchi.desk.TicketId;
import madoguchi.journal.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of a journal a start has to read. */
class SnapshotTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final int DAYS = 12;
    private static final int VISITS_A_DAY = 500;

    private final Vertx vertx = Vertx.vertx();
    private final Desk desk = new Desk(LineCadenceTest.RULES);

    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(vertx, folder).await();
    }

    @AfterEach
    void close() {
        store.close().await();
        vertx.close().await();
    }

    @Test
    void desk_thatIsRestartedEachDay_isNotReadFromItsFirstDayOn() throws SQLException {
        for (int day = 0; day < DAYS; day++) {
            visits(new Random(day));
            startAndEnd();
        }
        long snapshotAt = awaitSnapshot();
        forgetUpTo(snapshotAt);

        DeskReplay.Replayed replayed =
                DeskReplay.load(LineCadenceTest.RULES, store.journal()).await();

        assertThat(snapshotAt).isGreaterThanOrEqualTo(10_000);
        assertThat(replayed.snapshotAt()).isEqualTo(snapshotAt);
        assertThat(replayed.desk().snapshot()).isEqualTo(desk.snapshot());
    }

    private void startAndEnd() {
        Vertx process = Vertx.vertx();
        DeskHost.registerCodecs(process);
        DeskHost.Stores stores = new DeskHost.Stores(store.journal(), store.privateTable());
        DeskHost.deploy(
                        process,
                        LineCadenceTest.RULES,
                        LineCadenceTest.PRESENCE,
                        stores,
                        InstantSource.fixed(NOW),
                        List.of())
                .await();
        process.close().await();
    }

    private long awaitSnapshot() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            DeskSnapshot newest = store.journal().snapshot("desk").await();
            if (newest != null) {
                return newest.version();
            }
        }
        throw new AssertionError("no snapshot was ever saved");
    }

    /** Whoever reads what the snapshot stands for would now come to another desk. */
    private void forgetUpTo(long version) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("madoguchi.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM event WHERE version <= " + version))
                    .isGreaterThan(0);
        }
    }

    /** Each is two events. */
    private void visits(Random random) {
        long after = desk.version();
        List<Event> events = new ArrayList<>();
        for (int visit = 0; visit < VISITS_A_DAY; visit++) {
            TicketId ticket = TicketId.random(random);
            take(new Command.Join(ticket, "en", null, null, null), events);
            take(new Command.Leave(ticket), events);
        }
        store.journal().append("desk", after, events).await();
    }

    private void take(Command command, List<Event> events) {
        desk.decide(command, NOW).forEach(event -> {
            desk.apply(event);
            events.add(event);
        });
    }
}
