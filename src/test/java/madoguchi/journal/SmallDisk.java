package madoguchi.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder on a disk that can be full. */
public interface SmallDisk extends AutoCloseable {

    Path folder();

    void fill() throws IOException;

    void free() throws IOException;

    @Override
    void close() throws IOException;

    /** A file system of 4 MiB where we may mount one; elsewhere the nearest that anybody may have. */
    static SmallDisk at(Path folder) throws IOException {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "madoguchi-test", folder.toString())
                .ok();
        return mounted ? new Mounted(folder) : limitedAt(folder);
    }

    /** Every write beyond the files' present size fails, for this whole process, as by {@code ulimit -f}. */
    static SmallDisk limitedAt(Path folder) throws IOException {
        String before = prlimit("--output=SOFT", "--noheadings", "--fsize");
        return new Limited(folder, before.strip());
    }

    record Mounted(Path folder) implements SmallDisk {

        @Override
        public void fill() throws IOException {
            try (OutputStream ballast = Files.newOutputStream(ballast())) {
                while (true) {
                    ballast.write(new byte[4096]);
                }
            } catch (IOException full) {
                if (!String.valueOf(full.getMessage()).contains("No space left")) {
                    throw full;
                }
            }
        }

        @Override
        public void free() throws IOException {
            Files.delete(ballast());
        }

        private Path ballast() {
            return folder.resolve("ballast");
        }

        @Override
        public void close() throws IOException {
            run("umount", "--lazy", folder.toString()).require();
        }
    }

    /** @param before the soft limit, which is the only one touched: it may be raised again */
    record Limited(Path folder, String before) implements SmallDisk {

        @Override
        public void fill() throws IOException {
            Path log = folder.resolve("madoguchi.db-wal");
            prlimit("--fsize=" + (Files.exists(log) ? Files.size(log) : 0) + ":");
        }

        @Override
        public void free() throws IOException {
            prlimit("--fsize=" + before + ":");
        }

        @Override
        public void close() throws IOException {
            free();
        }
    }

    private static String prlimit(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "prlimit", "--pid", String.valueOf(ProcessHandle.current().pid())));
        command.addAll(List.of(options));
        Result result = run(command.toArray(String[]::new));
        result.require();
        return result.output();
    }

    record Result(List<String> command, int exit, String output) {

        boolean ok() {
            return exit == 0;
        }

        void require() throws IOException {
            if (!ok()) {
                throw new IOException(command + ": " + output + " (expected: exit 0)");
            }
        }
    }

    static Result run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(List.of(command), process.onExit().join().exitValue(), output);
    }
}
