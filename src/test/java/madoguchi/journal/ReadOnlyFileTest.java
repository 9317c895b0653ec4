package madoguchi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, for which file modes hold. */
class ReadOnlyFileTest {

    @TempDir
    Path folder;

    @BeforeEach
    void makeFile() throws IOException {
        Vertx vertx = Vertx.vertx();
        SqliteStore.open(vertx, folder).await().close().await();
        Files.delete(folder.resolve("madoguchi.lock"));
        vertx.close().await();
    }

    @AfterEach
    void makeWritable() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        FileModes.set(folder, "rw-------");
    }

    @Test
    void open_ofAReadOnlyFile_saysSo() throws IOException {
        FileModes.set(folder, "r--------");
        try (ChildJvm child = ChildJvm.startBoundByModes(CommandedJournal.class, folder.toString())) {
            assertThat(child.line())
                    .contains("JournalUnavailableException: " + folder.resolve("madoguchi.db"))
                    .contains("readonly");
        }
    }

    @Test
    void open_ofAReadOnlyFolder_saysSo() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        try (ChildJvm child = ChildJvm.startBoundByModes(CommandedJournal.class, folder.toString())) {
            assertThat(child.line())
                    .contains("JournalUnavailableException: data folder: " + folder)
                    .endsWith("(expected: one we may write to, on a disk with room)");
        }
    }

    @Test
    void append_toAFileThatHasBecomeReadOnly_isUnavailableUntilItIsWritableAgain() throws IOException, SQLException {
        try (ChildJvm child = ChildJvm.startBoundByModes(CommandedJournal.class, folder.toString())) {
            assertThat(child.line()).isEqualTo("open");
            assertThat(child.ask("0")).isEqualTo("appended");

            FileModes.set(folder, "r--------");
            FileModes.whileWritesFail(
                    child.pid(),
                    () -> assertThat(child.ask("1"))
                            .contains("JournalUnavailableException")
                            .contains("I/O error"));
            assertThat(child.ask("1")).contains("JournalUnavailableException").contains("readonly");
            assertThat(child.ask("1")).contains("JournalUnavailableException").contains("readonly");

            FileModes.set(folder, "rw-------");
            assertThat(child.ask("1")).isEqualTo("appended");
        }
        DiskTroubleTest.assertSound(folder);
    }
}
