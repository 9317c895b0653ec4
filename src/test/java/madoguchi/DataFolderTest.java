package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import madoguchi.http.Caller;
import madoguchi.journal.SmallDisk;
import madoguchi.journal.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a start makes of the data folder it finds: keys and journal go together, and one without the other is no beginning. */
class DataFolderTest {

    private static final String BACKUP = "the file from the backup of this data folder";
    private static final String ROOM = "one we may write to, on a disk with room)";

    @TempDir
    Path data;

    private ServerProcess run(String... arguments) {
        return run(Map.of("MADOGUCHI_HTTP_SHUTDOWN", "15s"), arguments);
    }

    private ServerProcess run(Map<String, String> environment, String... arguments) {
        return ServerProcess.run(data, environment, List.of("-XX:TieredStopAtLevel=1"), List.of(arguments));
    }

    /** @return the ticket of a caller who has joined */
    private Caller served() {
        try (ServerProcess server = run()) {
            Caller caller = new Caller(server.publicUrl());
            caller.join("helpdesk");
            assertThat(server.terminate()).isZero();
            return caller;
        }
    }

    private void assertRefused(ServerProcess server, Path file, String expected) {
        try (server) {
            assertThat(server.exit()).isEqualTo(1);
            assertThat(server.log())
                    .anyMatch(line -> line.contains(file.toString()) && line.contains("(expected: " + expected))
                    .noneMatch(line -> line.contains("\tat "));
        }
    }

    private void assertServesOn(Caller caller) {
        try (ServerProcess server = run()) {
            assertThat(caller.at(server.publicUrl())
                            .get("/api/v1/ticket")
                            .json()
                            .getInteger("position"))
                    .isOne();
        }
    }

    private Path journal() {
        return data.resolve("madoguchi.db");
    }

    /** What may become of a journal, by mistake or by a disk. */
    enum Loss {
        GONE {
            @Override
            void befall(Path journal) throws IOException {
                Files.delete(journal);
            }
        },
        EMPTIED {
            @Override
            void befall(Path journal) throws IOException {
                Files.write(journal, new byte[0]);
            }
        },
        WITHOUT_TABLES {
            @Override
            void befall(Path journal) throws IOException {
                Path other = Files.createTempDirectory("madoguchi").resolve("other.db");
                try (Connection made = DriverManager.getConnection("jdbc:sqlite:" + other)) {
                    made.createStatement().execute("PRAGMA journal_mode = WAL");
                } catch (SQLException e) {
                    throw new IOException(e);
                }
                Files.move(other, journal, StandardCopyOption.REPLACE_EXISTING);
            }
        };

        abstract void befall(Path journal) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void start_whereTheJournalIsLostBesideTheKeys_saysWhatHelps(Loss loss) throws IOException {
        Caller caller = served();
        Path backup = Files.copy(journal(), data.resolve("backup"));
        loss.befall(journal());

        assertRefused(run(), journal(), BACKUP);
        assertRefused(run(Map.of("MADOGUCHI_HTTP_PORT", "8080"), "invite"), journal(), BACKUP);

        Files.move(backup, journal(), StandardCopyOption.REPLACE_EXISTING);
        assertServesOn(caller);
    }

    @Test
    void start_whereTheKeysAreLostBesideAJournal_saysWhatHelps() throws IOException {
        Caller caller = served();
        Path keys = data.resolve("keys.json");
        Path backup = Files.move(keys, data.resolve("backup"));

        assertRefused(run(), keys, BACKUP);

        Files.move(backup, keys);
        assertServesOn(caller);
    }

    @Test
    void start_afterAFirstOneThatWasKilledBeforeItHadKeys_begins() {
        Vertx vertx = Vertx.vertx();
        SqliteStore.open(vertx, data).await().close().await();
        vertx.close().await();

        served();
    }

    @Test
    void start_onAFullDisk_saysSoAndChangesNothing() throws IOException {
        try (SmallDisk disk = SmallDisk.at(data)) {
            disk.fill();
            assertRefused(run(), data, ROOM);
            disk.free();
            Caller caller = served();

            disk.fill();
            assertRefused(run(), data, ROOM);
            disk.free();
            assertServesOn(caller);
        }
    }
}
