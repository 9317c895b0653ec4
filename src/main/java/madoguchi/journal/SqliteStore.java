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
     * The log's index needs room on the disk when it is made. It stays as long as one connection uses it, so with the reader
     * there from the beginning a full disk stops the writing alone.
     */
    private void holdTheLogOpen() {
        reader.run(session -> session.number("SELECT count(*) FROM event WHERE desk = ''"))
                .await();
    }

    /**
     * Opens the store a server works on, and makes it where there is none.
     *
     * @return fails with {@link FolderLockedException} when another one has it open, with {@link IllegalStateException} when a
     *     newer version has written it, with {@link JournalUnavailableException} when the folder or the file is not ours to
     *     write to
     */
    public static Future<SqliteStore> open(Vertx vertx, Path folder) {
        return open(vertx, folder, Use.WHATEVER_IS_THERE);
    }

    /**
     * As {@link #open}, where there has been a store before.
     *
     * @return fails with {@link JournalLostException} when it is gone or empty
     */
    public static Future<SqliteStore> reopen(Vertx vertx, Path folder) {
        return open(vertx, folder, Use.AGAIN);
    }

    /** Opens it beside the server that may be running on it, for a command that adds a row or two and closes it again. */
    public static Future<SqliteStore> openBeside(Vertx vertx, Path folder) {
        return open(vertx, folder, Use.BESIDE);
    }

    private enum Use {
        WHATEVER_IS_THERE,
        AGAIN,
        BESIDE
    }

    private static Future<SqliteStore> open(Vertx vertx, Path folder, Use use) {
        return vertx.executeBlocking(() -> opened(vertx, folder, use), false);
    }

    private static SqliteStore opened(Vertx vertx, Path path, Use use) {
        try {
            DataFolder folder = DataFolder.at(path);
            return use == Use.BESIDE ? open(vertx, folder, use, null) : openLocked(vertx, folder, use);
        } catch (IOException e) {
            throw new JournalUnavailableException(
                    "data folder: " + path + ": " + e + " (expected: one we may write to, on a disk with room)", e);
        }
    }

    private static SqliteStore openLocked(Vertx vertx, DataFolder folder, Use use) throws IOException {
        FileChannel lock = folder.lock();
        try {
            folder.deleteStaleNatives();
            return open(vertx, folder, use, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static SqliteStore open(Vertx vertx, DataFolder folder, Use use, @Nullable FileChannel lock)
            throws IOException {
        folder.requireRoom();
        folder.unpackNativesHere();
        boolean any = use == Use.WHATEVER_IS_THERE;
        DatabaseFile file = any ? new DatabaseFile(folder.path()) : DatabaseFile.existing(folder.path());
        prepare(file, any);
        SqliteStore store = new SqliteStore(vertx, file, lock);
        store.holdTheLogOpen();
        return store;
    }

    private static void prepare(DatabaseFile file, boolean mayBeNew) {
        try (Session session = file.writer()) {
            SqliteVersion.require(session);
            if (!mayBeNew && Schema.version(session) == 0) {
                throw new JournalLostException(file.path());
            }
            Schema.shipped().migrate(session);
        } catch (SQLException e) {
            throw new JournalUnavailableException(
                    file + ": " + e.getMessage()
                            + " (expected: a sound database that we may write, on a disk with room)",
                    e);
        }
    }

    /** Whether nothing has ever been kept in it. */
    public Future<Boolean> isUnused() {
        return reader.run(session -> session.number("SELECT EXISTS (SELECT 1 FROM event)"
                                + " OR EXISTS (SELECT 1 FROM private) OR EXISTS (SELECT 1 FROM credential)")
                        == 0)
                .future(vertx);
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
