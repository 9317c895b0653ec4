package madoguchi.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the data lives: nobody else's business (mode 0700), and one server's at a time. */
record DataFolder(Path path) {

    /** Bytes that a start needs: SQLite's native library, and the first that is written. */
    private static final int ROOM = 2 << 20;

    /** Makes the folder where there is none. */
    static DataFolder at(Path path) throws IOException {
        Path folder = path.toAbsolutePath().normalize();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new DataFolder(folder);
    }

    /**
     * Holds until the channel is closed or the process ends, however it ends.
     *
     * @throws FolderLockedException when another store holds it
     */
    FileChannel lock() throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("madoguchi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel)) {
            return channel;
        }
        channel.close();
        throw new FolderLockedException(path);
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) { // another store of this very process
            return false;
        }
    }

    /** Finds out before SQLite's driver does, which says it less plainly. */
    void requireRoom() throws IOException {
        Path probe = path.resolve("madoguchi.room");
        try {
            Files.write(probe, new byte[ROOM]);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /**
     * Has SQLite's native library unpacked here: on many servers nothing may be executed in the temporary folder. Wherever
     * somebody has already said where to, that stands.
     */
    void unpackNativesHere() {
        if (System.getProperty("org.sqlite.tmpdir") == null) {
            System.setProperty("org.sqlite.tmpdir", path.toString());
        }
    }

    /** The driver deletes what it unpacked when the process ends, but not when the process is killed. */
    void deleteStaleNatives() throws IOException {
        try (DirectoryStream<Path> stale = Files.newDirectoryStream(path, "sqlite-*-libsqlitejdbc.so*")) {
            for (Path file : stale) {
                Files.deleteIfExists(file);
            }
        }
    }
}
