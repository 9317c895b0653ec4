package madoguchi.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A JVM with this one's class path, spoken with line by line. Belongs to one thread. */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final PrintStream input;

    private ChildJvm(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
        input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        return new ChildJvm(command(main, arguments));
    }

    /** One for which files are as read-only as their modes say, even where root runs it. */
    static ChildJvm startBoundByModes(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(FileModes.binding());
        command.addAll(command(main, arguments));
        return new ChildJvm(command);
    }

    private static List<String> command(Class<?> main, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        return Stream.concat(
                        Stream.of(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath, main.getName()),
                        Stream.of(arguments))
                .toList();
    }

    /** The next line it says. */
    public String line() {
        try {
            String line = output.readLine();
            if (line == null) {
                throw new AssertionError("the child ended with exit code "
                        + process.onExit().join().exitValue());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells it something and hears its answer. */
    public String ask(String line) {
        input.println(line);
        return line();
    }

    public long pid() {
        return process.pid();
    }

    /** {@code kill -9}; then what it had said before. */
    public List<String> kill() {
        process.toHandle().destroyForcibly(); // the process itself would close our end of its output too
        process.onExit().join();
        return output.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
