package madoguchi.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The product with callers in line goes down and comes up again: when they are back, and whether each has their place. */
final class Restart {

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long REST_NANOS = 3_000_000_000L;

    private Restart() {}

    static void measure(int callers) throws IOException {
        try (Product product = Product.start()) {
            List<String> requests = new ArrayList<>();
            product.join(callers).forEach(token -> requests.add(product.ticketStream(token)));
            try (ReturningClients clients =
                    new ReturningClients(product.server().address(), requests)) {
                clients.open();
                report("kill -9", product, clients, product.server()::kill);
                report("SIGTERM", product, clients, product.server()::close);
            }
        }
    }

    private static void report(String how, Product product, ReturningClients clients, Runnable end) throws IOException {
        clients.pumpUntil(System.nanoTime() + REST_NANOS);
        clients.forgetArrivals();
        long start = System.nanoTime();
        Thread restart = new Thread(() -> {
            end.run();
            startAgain(product);
        });
        restart.start();
        while (clients.arrivals().size() < clients.size() && System.nanoTime() - start < PATIENCE_NANOS) {
            clients.pumpUntil(System.nanoTime() + 50_000_000);
        }
        List<Long> back = clients.arrivals().stream().sorted().toList();
        int[] perSecond = new int[61];
        back.forEach(at -> perSecond[(int) ((at - start) / 1_000_000_000L)]++);
        Report.line(
                "\"ended_by\":\"%s\",\"callers\":%d,\"back\":%d,\"first_back_s\":%.1f,\"last_back_s\":%.1f,\"spread_s\":%.1f,"
                        + "\"most_in_a_second\":%d,\"places_kept\":%d",
                how,
                clients.size(),
                back.size(),
                (back.get(0) - start) / 1e9,
                (back.get(back.size() - 1) - start) / 1e9,
                (back.get(back.size() - 1) - back.get(0)) / 1e9,
                IntStream.of(perSecond).max().orElse(0),
                clients.placesKept());
    }

    private static void startAgain(Product product) {
        try {
            product.startAgain();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
