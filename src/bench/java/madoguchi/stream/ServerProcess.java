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
import java.util.concurrent.locks.LockSupport;

/** A server under load, and what the kernel says of it. */
record ServerProcess(ProcessHandle process, int port) implements AutoCloseable {

    private static final long TICK_NANOS = 10_000_000;

    /** Starts the shipped hub in a process of its own, on the first processor, with the class path and options of this one. */
    static ServerProcess start(List<String> options) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of("taskset", "-c", "0"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), HubServer.class.getName(), Integer.toString(port)));
        Process process = new ProcessBuilder(command).inheritIO().start();
        ServerProcess server = new ServerProcess(process.toHandle(), port);
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

    private boolean listens() {
        try (Socket probe = new Socket()) {
            probe.connect(address());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
