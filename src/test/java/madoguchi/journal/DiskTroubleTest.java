package madoguchi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import madoguchi.desk.Event;
import madoguchi.journal.Journal.Recorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTroubleTest {

    private static final List<Event> EVENTS = TestEvents.oneOfEach();

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void append_onAFullDisk_isUnavailableUntilThereIsRoomAgain() throws IOException, SQLException {
        try (SmallDisk disk = SmallDisk.at(folder)) {
            fillAndFree(disk);
        }
    }

    @Test
    void append_whenAWriteFails_isUnavailableUntilItWorksAgain() throws IOException, SQLException {
        try (SmallDisk disk = SmallDisk.limitedAt(folder)) {
            fillAndFree(disk);
        }
    }

    private void fillAndFree(SmallDisk disk) throws IOException, SQLException {
        SqliteStore store = SqliteStore.open(vertx, disk.folder()).await();
        Journal journal = store.journal();
        journal.append("helpdesk", 0, EVENTS).await();
        disk.fill();

        long version = appendUntilUnavailable(journal);
        assertThat(appendsOfSixtyFourDesks(journal)).allMatch(DiskTroubleTest::unavailable);
        assertThat(read(journal)).hasSize((int) version);

        disk.free();
        journal.append("helpdesk", version, EVENTS).await();
        assertThat(read(journal))
                .extracting(Recorded::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, (int) version + EVENTS.size())
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(journal.read("desk-0", 0, 100).await()).isEmpty();
        store.close().await();
        assertSound(disk.folder());
    }

    /** The log may have room left from before. @return the version the journal ends at */
    private static long appendUntilUnavailable(Journal journal) {
        for (long version = EVENTS.size(); version < 100_000; version += EVENTS.size()) {
            Future<Void> append = journal.append("helpdesk", version, EVENTS);
            if (Future.join(List.of(append))
                    .otherwiseEmpty()
                    .map(x -> append.failed())
                    .await()) {
                assertThat(append).matches(DiskTroubleTest::unavailable);
                return version;
            }
        }
        throw new AssertionError("the disk never got full");
    }

    private static List<Future<Void>> appendsOfSixtyFourDesks(Journal journal) {
        List<Future<Void>> appends = IntStream.range(0, 64)
                .mapToObj(i -> journal.append("desk-" + i, 0, EVENTS))
                .toList();
        Future.join(appends).otherwiseEmpty().await();
        return appends;
    }

    private static boolean unavailable(Future<Void> append) {
        return append.cause() instanceof JournalUnavailableException;
    }

    private static List<Recorded> read(Journal journal) {
        return journal.read("helpdesk", 0, 200_000).await();
    }

    @Test
    void append_whenTheFileHasBeenMovedAway_isUnavailableUntilItIsBack() throws IOException {
        SqliteStore store = SqliteStore.open(vertx, folder).await();
        Journal journal = store.journal();
        journal.append("helpdesk", 0, EVENTS).await();
        Path file = folder.resolve("madoguchi.db");
        Path away = folder.resolve("away.db");
        Files.move(file, away);

        assertThatThrownBy(
                        () -> journal.append("helpdesk", EVENTS.size(), EVENTS).await())
                .isInstanceOf(JournalUnavailableException.class);
        Files.copy(away, file);
        assertThatThrownBy(
                        () -> journal.append("helpdesk", EVENTS.size(), EVENTS).await())
                .isInstanceOf(JournalUnavailableException.class)
                .hasMessage("journal: %s: another file (expected: the one there at the start)", file);

        Files.delete(file);
        Files.move(away, file);
        journal.append("helpdesk", EVENTS.size(), EVENTS).await();
        assertThat(read(journal)).hasSize(2 * EVENTS.size());
        store.close().await();
    }

    @Test
    void append_whileAnotherProcessWrites_waitsForIt() throws IOException, SQLException {
        SqliteStore store = SqliteStore.open(vertx, folder).await();
        Future<Void> append;
        try (Session other = new DatabaseFile(folder).writer()) {
            other.update("BEGIN IMMEDIATE");
            append = store.journal().append("helpdesk", 0, EVENTS);
            other.update("COMMIT");
        }
        append.await();
        store.close().await();
    }

    static void assertSound(Path folder) throws IOException, SQLException {
        try (Session session = new DatabaseFile(folder).writer()) {
            assertThat(session.query(row -> row.getString(1), "PRAGMA integrity_check"))
                    .containsExactly("ok");
            assertThat(session.query(row -> row.getString(1), "PRAGMA foreign_key_check"))
                    .isEmpty();
        }
    }
}
