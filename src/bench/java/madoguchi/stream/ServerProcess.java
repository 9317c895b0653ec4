package madoguchi.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A server under load in a process of its own, on the first processor, and what the kernel says of it. */
record ServerProcess(ProcessHandle process, int port, boolean ours) implements AutoCloseable {

    private static final long TICK_NANOS = 10_000_000;

    /** Java's options for the servers: {@code -Dserver.options="-XX:+UseSerialGC -Xmn16m"}. */
    private static final List<String> OPTIONS =
            List.of(System.getProperty("server.options", "").split(" ", -1)).stream()
                    .filter(option -> !option.isEmpty())
                    .toList();

    /** The shipped hub alone; or, with {@code -Dserver=PID:PORT}, one that runs already. */
    static ServerProcess hub(String... arguments) throws IOException {
        String[] running = System.getProperty("server", "").split(":", -1);
        if (running.length == 2) {
            return new ServerProcess(
                    ProcessHandle.of(Long.parseLong(running[0])).orElseThrow(), Integer.parseInt(running[1]), false);
        }
        int port = freePort();
        List<String> all = new ArrayList<>(List.of(Integer.toString(port)));
        all.addAll(List.of(arguments));
        return start(HubServer.class.getName(), port, all, Map.of());
    }

    /** @param arguments what stands behind the main class */
    static ServerProcess start(String main, int port, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", "0"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.redirectOutput(
                ProcessBuilder.Redirect.to(Path.of("target", "bench-server.log").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        ServerProcess server = new ServerProcess(process.toHandle(), port, true);
        while (!server.listens() && process.isAlive()) {
            LockSupport.parkNanos(50_000_000);
        }
        return server;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Processor time so far, to ten milliseconds. */
    long cpuNanos() {
        String stat = read("stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_NANOS;
    }

    long residentBytes() {
        return 1024
                * read("status")
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow();
    }

    int descriptors() {
        String[] open =
                Path.of("/proc", Long.toString(process.pid()), "fd").toFile().list();
        return open == null ? 0 : open.length;
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean listens() {
        try (Socket probe = new Socket()) {
            probe.connect(address());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    /** SIGTERM, and waits for the end; what ran before us goes on. */
    @Override
    public void close() {
        if (ours) {
            process.destroy();
            process.onExit().join();
        }
    }

    /** {@code kill -9}, and waits for the end. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
