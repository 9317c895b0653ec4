package madoguchi.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Makes a database read-only, and writable again, for another process. */
public final class FileModes {

    private FileModes() {}

    /** What runs the command behind it so that files are as read-only as their modes say, even where root runs it. */
    public static List<String> binding() {
        return System.getProperty("user.name").equals("root")
                ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search")
                : List.of();
    }

    /** @param permissions of the database and what SQLite has beside it, as {@code r--------} */
    public static void set(Path folder, String permissions) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "madoguchi.db*")) {
            for (Path file : files) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            }
        }
    }

    /**
     * Lets every write of that process fail as long as {@code work} goes on: a file that is open stays writable whatever its
     * mode becomes, and it is opened again after a failure alone.
     */
    public static void whileWritesFail(long pid, Runnable work) throws IOException {
        SmallDisk.run("prlimit", "--pid", String.valueOf(pid), "--fsize=0:").require();
        try {
            work.run();
        } finally {
            SmallDisk.run("prlimit", "--pid", String.valueOf(pid), "--fsize=unlimited:")
                    .require();
        }
    }
}
