package madoguchi.stream;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Bursts of streams, as after restarts: how many are accepted in a second as the server warms. */
final class Connects {

    private static final int ROUNDS = 5;
    private static final long PAUSE_NANOS = 2_000_000_000L;

    private Connects() {}

    static void measure(int streams) throws IOException {
        try (ServerProcess server = ServerProcess.hub()) {
            measure("hub", server, streams, stream -> LoadClient.get(server.port(), "/sse"));
        }
        try (Product product = Product.start()) {
            measure("product", product.server(), streams, stream -> product.deskStream());
        }
    }

    private static void measure(String what, ServerProcess server, int streams, IntFunction<String> requests)
            throws IOException {
        try (LoadClient client = new LoadClient(server.address(), requests, Trigger.MARK)) {
            for (int round = 1; round <= ROUNDS; round++) {
                long cpu = server.cpuNanos();
                long start = System.nanoTime();
                client.open(streams);
                double seconds = (System.nanoTime() - start) / 1e9;
                cpu = server.cpuNanos() - cpu;
                Report.line(
                        "\"server\":\"%s\",\"round\":%d,\"connects_per_s\":%.0f,\"cpu_us_per_connect\":%.0f,\"lost\":%d",
                        what, round, streams / seconds, cpu / 1e3 / streams, client.lost());
                client.leave();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
