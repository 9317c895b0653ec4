package madoguchi.journal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Everything Madoguchi keeps, in one SQLite file in one folder: {@code madoguchi.db}. One thread writes, in groups; one reads;
 * one saves snapshots and empties the log. None of them is an event loop. Any thread may use it.
 */
public final class SqliteStore {

    private final Vertx vertx;
    private final @Nullable FileChannel lock;
    private final Writer writer;
    private final Lane reader;
    private final Lane keeper;

    private SqliteStore(Vertx vertx, DatabaseFile file, @Nullable FileChannel lock) {
        this.vertx = vertx;
        this.lock = lock;
        writer = new Writer(new Connector(file, DatabaseFile::writer));
        reader = new Lane("reader", new Connector(file, DatabaseFile::reader));
        keeper = new Lane("keeper", new Connector(file, DatabaseFile::writer));
    }

    /**
     * Opens the store a server works on, and makes it where there is none.
     *
     * @return fails with {@link FolderLockedException} when another one has it open, with {@link IllegalStateException} when a
     *     newer version has written it, with {@link JournalUnavailableException} when the disk does not let us
     */
    public static Future<SqliteStore> open(Vertx vertx, Path folder) {
        return vertx.executeBlocking(() -> open(vertx, DataFolder.at(folder), true), false);
    }

    /** Opens it beside the server that may be running on it, for a command that adds a row or two and closes it again. */
    public static Future<SqliteStore> openBeside(Vertx vertx, Path folder) {
        return vertx.executeBlocking(() -> open(vertx, DataFolder.at(folder), false), false);
    }

    private static SqliteStore open(Vertx vertx, DataFolder folder, boolean exclusive) throws IOException {
        FileChannel lock = exclusive ? folder.lock() : null;
        try {
            if (exclusive) {
                folder.deleteStaleNatives();
            }
            folder.unpackNativesHere();
            DatabaseFile file = new DatabaseFile(folder.path());
            prepare(file);
            return new SqliteStore(vertx, file, lock);
        } catch (IOException | RuntimeException e) {
            if (lock != null) {
                lock.close();
            }
            throw e;
        }
    }

    private static void prepare(DatabaseFile file) {
        try (Session session = file.writer()) {
            SqliteVersion.require(session);
            Schema.shipped().migrate(session);
        } catch (SQLException e) {
            throw new JournalUnavailableException(file + ": " + e.getMessage(), e);
        }
    }

    public Journal journal() {
        return new SqliteJournal(vertx, writer, reader, new Snapshots(writer, reader, keeper));
    }

    public PrivateTable privateTable() {
        return new SqlitePrivateTable(vertx, writer, reader, keeper);
    }

    public Credentials credentials() {
        return new SqliteCredentials(vertx, writer, reader);
    }

    /** Finishes what has been asked for; what is asked for later fails. */
    public Future<Void> close() {
        return vertx.executeBlocking(
                () -> {
                    keeper.close();
                    reader.close();
                    writer.close();
                    if (lock != null) {
                        lock.close();
                    }
                    return null;
                },
                false);
    }
}
