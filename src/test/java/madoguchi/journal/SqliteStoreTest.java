package madoguchi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path temporary;

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void open_withoutAFolder_makesOneThatIsNobodyElsesBusiness() throws IOException {
        Path folder = temporary.resolve("data");
        SqliteStore.open(vertx, folder).await().close().await();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("madoguchi.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void open_ofAFolderInUse_saysSoAndTheFirstGoesOn() {
        SqliteStore first = SqliteStore.open(vertx, temporary).await();

        assertThatThrownBy(() -> SqliteStore.open(vertx, temporary).await())
                .isInstanceOf(FolderLockedException.class)
                .hasMessage("data folder: %s (expected: one that no other Madoguchi is running on)", temporary);
        assertThat(first.journal().read("helpdesk", 0, 1).await()).isEmpty();
        first.close().await();
    }

    @Test
    void open_afterClose_works() {
        SqliteStore.open(vertx, temporary).await().close().await();
        SqliteStore.open(vertx, temporary).await().close().await();
    }

    @Test
    void open_ofAFileThatIsNoDatabase_saysSo() throws IOException {
        Path file = Files.writeString(temporary.resolve("madoguchi.db"), "no database at all".repeat(1_000));
        assertThatThrownBy(() -> SqliteStore.open(vertx, temporary).await())
                .isInstanceOf(JournalUnavailableException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining("not a database")
                .hasMessageEndingWith("(expected: a sound database that we may write, on a disk with room)");
    }

    @Test
    void open_deletesWhatAKilledProcessUnpacked() throws IOException {
        Path stale = Files.createFile(temporary.resolve("sqlite-3.54.1-0815-libsqlitejdbc.so"));
        Path mark = Files.createFile(temporary.resolve("sqlite-3.54.1-0815-libsqlitejdbc.so.lck"));
        SqliteStore.open(vertx, temporary).await().close().await();

        assertThat(stale).doesNotExist();
        assertThat(mark).doesNotExist();
    }

    @Test
    void futures_completeOnTheCallersContext() {
        SqliteStore store = SqliteStore.open(vertx, temporary).await();
        Context context = vertx.getOrCreateContext();
        Promise<Context> seen = Promise.promise();
        context.runOnContext(start -> store.journal()
                .append("helpdesk", 0, TestEvents.oneOfEach())
                .onComplete(done -> seen.complete(Vertx.currentContext())));

        assertThat(seen.future().await()).isSameAs(context);
        store.close().await();
    }

    @Test
    void close_writesWhatHasBeenAskedFor() {
        SqliteStore store = SqliteStore.open(vertx, temporary).await();
        Future<Void> append = store.journal().append("helpdesk", 0, TestEvents.oneOfEach());
        store.close().await();

        assertThat(append.succeeded()).isTrue();
    }

    @Test
    void requireVersion_belowTheFloor_isRefused() {
        SqliteVersion.require("3.51.3");
        SqliteVersion.require("3.54.1");
        assertThatThrownBy(() -> SqliteVersion.require("3.51.2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("SQLite: 3.51.2 (expected: 3.51.3 or newer)");
    }
}
