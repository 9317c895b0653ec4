package madoguchi;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real server in a JVM of its own, as ops run it: for what only a process can show (kills, signals, start-up). */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("(public|management) side: (http\\S+)");
    private static final Pattern LINK = Pattern.compile("(http\\S+#invitation=\\S+)");
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Thread reader;
    private final CompletableFuture<String> publicUrl = new CompletableFuture<>();
    private final CompletableFuture<String> managementUrl = new CompletableFuture<>();
    private final CompletableFuture<String> link = new CompletableFuture<>();
    private final List<String> log = new ArrayList<>();

    private ServerProcess(Process process) {
        this.process = process;
        reader = new Thread(this::read, "server-log");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param environment settings, e.g. {@code MADOGUCHI_DATA_DIR}; the ports are free ones */
    public static ServerProcess start(Path data, Map<String, String> environment, String... jvmOptions) {
        return run(data, environment, List.of(jvmOptions), List.of());
    }

    /** @param arguments what stands behind the jar: a settings file, {@code invite} */
    public static ServerProcess run(
            Path data, Map<String, String> environment, List<String> jvmOptions, List<String> arguments) {
        return behind(List.of(), data, environment, jvmOptions, arguments);
    }

    /** @param before a command that runs the one behind it */
    public static ServerProcess behind(
            List<String> before,
            Path data,
            Map<String, String> environment,
            List<String> jvmOptions,
            List<String> arguments) {
        List<String> options = new ArrayList<>(jvmOptions);
        options.addAll(List.of("-cp", mainClassPath(), "madoguchi.Main"));
        options.addAll(arguments);
        List<String> command = new ArrayList<>(before);
        command.addAll(command(Path.of(System.getProperty("java.home")), options));
        return at(data, environment, command);
    }

    /** @param options what stands behind {@code java} */
    public static ServerProcess java(Path home, Path data, Map<String, String> environment, List<String> options) {
        return at(data, environment, command(home, options));
    }

    private static List<String> command(Path home, List<String> options) {
        List<String> command = new ArrayList<>(options);
        command.add(0, home.resolve("bin/java").toString());
        return command;
    }

    private static ServerProcess at(Path data, Map<String, String> environment, List<String> command) {
        Map<String, String> all = new HashMap<>(Map.of("MADOGUCHI_DATA_DIR", data.toString()));
        all.putAll(environment);
        return in(Path.of(""), all, command);
    }

    /**
     * Runs the jar that {@code mvn package} made.
     *
     * @param folder where it is run
     * @param arguments what stands behind it
     */
    public static ServerProcess jar(Path folder, Map<String, String> environment, String... arguments) {
        List<String> options = new ArrayList<>(
                List.of("-jar", Path.of("target/madoguchi.jar").toAbsolutePath().toString()));
        options.addAll(List.of(arguments));
        return in(folder, environment, command(Path.of(System.getProperty("java.home")), options));
    }

    private static ServerProcess in(Path folder, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
        builder.redirectErrorStream(true);
        builder.environment().keySet().removeIf(ServerProcess::changesWhatIsTested);
        builder.environment().put("MADOGUCHI_HTTP_PORT", "0");
        builder.environment().put("MADOGUCHI_MANAGEMENT_PORT", "0");
        builder.environment().putAll(environment);
        try {
            return new ServerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of whoever runs the tests, and what makes each JVM say a line of its own. */
    private static boolean changesWhatIsTested(String variable) {
        return variable.startsWith("MADOGUCHI_")
                || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS").contains(variable);
    }

    /** Without the tests' own classes and their logging set-up. */
    public static String mainClassPath() {
        return String.join(
                File.pathSeparator,
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .toList());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
            }
        } catch (IOException e) {
            note(e.toString());
        }
        IllegalStateException ended = new IllegalStateException("the server ended; it said: " + log());
        publicUrl.completeExceptionally(ended);
        managementUrl.completeExceptionally(ended);
        link.completeExceptionally(ended);
    }

    private void note(String line) {
        synchronized (log) {
            log.add(line);
            log.notifyAll();
        }
        Matcher listens = LISTENS.matcher(line);
        if (listens.find()) {
            (listens.group(1).equals("public") ? publicUrl : managementUrl).complete(listens.group(2));
        }
        Matcher printed = LINK.matcher(line);
        if (printed.find()) {
            link.complete(printed.group(1));
        }
    }

    /** Where the public side listens, once it does. */
    public String publicUrl() {
        return await(publicUrl);
    }

    public String managementUrl() {
        return await(managementUrl);
    }

    /** The one-time sign-in link that the first start prints. */
    public String signInLink() {
        return await(link);
    }

    private String await(CompletableFuture<String> printed) {
        try {
            return printed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("log: " + log(), e);
        }
    }

    public List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** Waits until it has said that. */
    public void awaitLog(String part) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (log) {
            try {
                while (log.stream().noneMatch(line -> line.contains(part))) {
                    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    if (left <= 0) {
                        throw new IllegalStateException(part + " was never said; log: " + log);
                    }
                    log.wait(left);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public long pid() {
        return process.pid();
    }

    /** {@code kill -9}, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        exit();
    }

    /** SIGTERM. @return the exit status */
    public int terminate() {
        process.destroy();
        return exit();
    }

    /** Waits for the end and for all that was said before it. @return the exit status */
    public int exit() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running; log: " + log());
            }
            reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing is written any more when this returns: the test's folder can be deleted. */
    @Override
    public void close() {
        kill();
    }
}
