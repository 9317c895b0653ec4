package madoguchi.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteOpenMode;

/** The one file all data is in, and the one way connections to it are made. */
final class DatabaseFile {

    /** How long one process waits for another's write, in milliseconds. */
    private static final int BUSY_TIMEOUT = 5_000;

    private static final String NAME = "madoguchi.db";

    private final Path path;

    /** Device and inode. */
    private final @Nullable Object identity;

    /** One that is there and has something in it; an empty one SQLite would take for new, and throw its log away. */
    static DatabaseFile existing(Path folder) throws IOException {
        Path path = folder.resolve(NAME);
        if (!Files.exists(path) || Files.size(path) == 0) {
            throw new JournalLostException(path);
        }
        return new DatabaseFile(folder);
    }

    /** Makes an empty file where there is none. */
    DatabaseFile(Path folder) throws IOException {
        path = folder.resolve(NAME);
        if (!Files.exists(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        identity = identity();
    }

    /**
     * Acknowledging what goes into a file that somebody has moved away would lose it, and to begin a new one in its place would
     * lose everything.
     */
    void requireInPlace() throws IOException {
        if (!Objects.equals(identity(), identity)) {
            throw new IOException(path + ": another file (expected: the one there at the start)");
        }
    }

    private @Nullable Object identity() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    /** Committed means on the disk; deleted means overwritten with zeros. */
    Session writer() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setPragma(Pragma.SECURE_DELETE, "true");
        config.setTempStore(TempStore.MEMORY);
        return open(config);
    }

    Session reader() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return open(config);
    }

    private Session open(SQLiteConfig config) throws SQLException {
        config.setBusyTimeout(BUSY_TIMEOUT);
        return new Session(config.createConnection("jdbc:sqlite:" + path));
    }

    Path path() {
        return path;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
