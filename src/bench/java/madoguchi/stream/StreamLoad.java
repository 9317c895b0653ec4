package madoguchi.stream;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the shipped hub in a process of its own on the first processor; this client should run on another. Prints a
 * line of JSON for each step.
 *
 * <ul>
 *   <li>{@code broadcast N,N,…} — each number of streams, rising: connects, broadcasts, processor and memory
 *   <li>{@code connects N} — the same streams five times, as after restarts: connects a second as the server warms
 *   <li>{@code neighbours N PERCENT} — N streams beside so many that take nothing, and as many that take ten bytes a
 *       second: the delay of the others, and when the bad ones were cut
 *   <li>{@code soak N MINUTES} — N streams of which a hundredth leaves and comes back every second
 * </ul>
 */
final class StreamLoad {

    /** With {@code data: } and the empty line it makes the referee's 150 bytes. */
    private static final int EVENT = 142;

    private static final int WARM_UP = 15;
    private static final int MEASURED = 40;
    private static final int CONNECT_ROUNDS = 5;
    private static final int BIG_EVENT = 4096;
    private static final int NEIGHBOUR_SECONDS = 45;

    private final ServerProcess server;
    private final LoadClient client;
    private final long base;

    private StreamLoad(ServerProcess server, LoadClient client) {
        this.server = server;
        this.client = client;
        this.base = server.residentBytes();
    }

    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(System.getProperty("server.options", "").split(" ", -1)).stream()
                .filter(option -> !option.isEmpty())
                .toList();
        try (ServerProcess server = ServerProcess.start(options);
                LoadClient client = new LoadClient(server.address())) {
            new StreamLoad(server, client).run(arguments);
        }
    }

    private void run(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "broadcast" -> {
                int open = 0;
                for (String streams : arguments[1].split(",", -1)) {
                    measure(Integer.parseInt(streams), open);
                    open = Integer.parseInt(streams);
                }
            }
            case "connects" -> connects(Integer.parseInt(arguments[1]));
            case "neighbours" -> neighbours(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            case "soak" -> soak(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            default ->
                throw new IllegalArgumentException(
                        "mode: " + arguments[0] + " (expected: broadcast, connects, neighbours or soak)");
        }
    }

    private void measure(int streams, int open) throws IOException {
        client.open(streams - open);
        long idle = residentPer(streams);
        tell(WARM_UP);
        long cpu = server.cpuNanos();
        Latencies told = tell(MEASURED);
        cpu = server.cpuNanos() - cpu;
        print(
                "\"streams\":%d,\"completion_ms\":%.1f,\"p50_ms\":%.1f,\"p99_ms\":%.1f,\"cpu_s_per_1m\":%.2f,"
                        + "\"rss_idle\":%d,\"rss_after\":%d,\"lost\":%d",
                streams,
                told.completionMillis(),
                told.quantileMillis(0.5),
                told.quantileMillis(0.99),
                cpu / 1e3 / told.count(),
                idle,
                residentPer(streams),
                client.lost());
    }

    private Latencies tell(int broadcasts) throws IOException {
        Latencies told = new Latencies();
        for (int i = 0; i < broadcasts; i++) {
            told.add(client.broadcast(EVENT));
        }
        return told;
    }

    private void connects(int streams) throws IOException {
        for (int round = 1; round <= CONNECT_ROUNDS; round++) {
            long cpu = server.cpuNanos();
            long start = System.nanoTime();
            client.open(streams);
            double seconds = (System.nanoTime() - start) / 1e9;
            cpu = server.cpuNanos() - cpu;
            print(
                    "\"round\":%d,\"connects_per_s\":%.0f,\"cpu_us_per_connect\":%.0f",
                    round, streams / seconds, cpu / 1e3 / streams);
            client.leave();
            LockSupport.parkNanos(2_000_000_000);
        }
    }

    private void neighbours(int streams, int percent) throws IOException {
        client.open(streams);
        tell(WARM_UP);
        long quiet = server.residentBytes();
        int bad = streams * percent / 100;
        client.openStanding(bad);
        client.openDripping(bad);
        Latencies told = new Latencies();
        long most = 0;
        double cutAfter = 0;
        long start = System.nanoTime();
        for (int second = 0; second < NEIGHBOUR_SECONDS; second++) {
            int before = client.streamsAtServer();
            told.add(client.broadcast(BIG_EVENT));
            client.drip();
            most = Math.max(most, server.residentBytes() - quiet);
            cutAfter = client.streamsAtServer() < before ? (System.nanoTime() - start) / 1e9 : cutAfter;
            LockSupport.parkNanos(1_000_000_000);
        }
        print(
                "\"streams\":%d,\"bad\":%d,\"p50_ms\":%.1f,\"p99_ms\":%.1f,\"left\":%d,\"last_cut_s\":%.0f,"
                        + "\"most_bytes_each\":%d,\"lost\":%d",
                streams,
                2 * bad,
                told.quantileMillis(0.5),
                told.quantileMillis(0.99),
                client.streamsAtServer() - streams,
                cutAfter,
                bad == 0 ? 0 : most / (2L * bad),
                client.lost());
    }

    private void soak(int streams, int minutes) throws IOException {
        client.open(streams);
        for (int minute = 1; minute <= minutes; minute++) {
            Latencies told = new Latencies();
            for (int second = 0; second < 60; second++) {
                told.add(client.broadcast(EVENT));
                client.replace(streams / 100);
                LockSupport.parkNanos(1_000_000_000);
            }
            print(
                    "\"minute\":%d,\"max_ms\":%.1f,\"resident_mb\":%d,\"descriptors\":%d,\"lost\":%d",
                    minute, told.quantileMillis(1), server.residentBytes() >> 20, server.descriptors(), client.lost());
        }
    }

    private long residentPer(int streams) {
        return (server.residentBytes() - base) / streams;
    }

    private static void print(String format, Object... values) {
        System.out.println("{" + String.format(Locale.ROOT, format, values) + "}");
    }
}
