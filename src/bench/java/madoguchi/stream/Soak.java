package madoguchi.stream;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import madoguchi.http.Caller;

/**
 * The product for a long time: nine of ten streams are widgets, the tenth a caller in line; a hundredth of all leaves and comes
 * back every second, and so does what the server ends for its age; the callers with new tickets. Every ten seconds a notice goes to all; every ten minutes
 * a full collection says how much of the heap is in use.
 */
final class Soak {

    private static final int CALLERS = 10;
    private static final int NOTICE_SECONDS = 10;
    private static final int COLLECTION_MINUTES = 10;

    private final Product product;
    private final LoadClient client;
    private final Caller supervisor;
    private final Deque<String> tokens = new ArrayDeque<>();
    private List<Long> arrivals = new ArrayList<>();
    private long sent;
    private long sentAt;

    private Soak(Product product) throws IOException {
        this.product = product;
        this.client = new LoadClient(product.server().address(), this::request, "\"en\":\"");
        this.supervisor = new Caller(product.url());
        supervisor.signIn(product.ask("/link"));
        client.onTold(this::arrived);
    }

    static void measure(int streams, int minutes) throws IOException {
        try (Product product = Product.start()) {
            new Soak(product).run(streams, minutes);
        }
    }

    private String request(int stream) {
        return stream % CALLERS == 0 ? product.ticketStream(tokens.remove()) : product.deskStream();
    }

    private void arrived(long notice) {
        if (notice == sent) {
            arrivals.add(System.nanoTime() - sentAt);
        }
    }

    private void run(int streams, int minutes) throws IOException {
        int leaving = streams / 100;
        tokens.addAll(product.join(streams / CALLERS + 1));
        client.open(streams);
        product.ask("/stalls");
        for (int minute = 1; minute <= minutes; minute++) {
            Latencies told = new Latencies();
            long start = System.nanoTime();
            for (int second = 1; second <= 60; second++) {
                tokens.addAll(product.join(Math.max(0, leaving - tokens.size())));
                client.open(streams - client.streams()); // what has reached its age comes back
                client.replace(leaving);
                if (second % NOTICE_SECONDS == 0) {
                    told.add(notice());
                }
                client.pumpUntil(start + second * 1_000_000_000L);
            }
            report(minute, told);
        }
    }

    private List<Long> notice() throws IOException {
        arrivals = new ArrayList<>();
        sent++;
        sentAt = System.nanoTime();
        JsonObject text = new JsonObject().put("ja", "お知らせ").put("en", Long.toString(sent));
        supervisor.put("/api/v1/desks/helpdesk/notice", new JsonObject().put("notice", text));
        while (arrivals.size() < client.streams() && System.nanoTime() - sentAt < 5_000_000_000L) {
            client.pump(10);
        }
        return arrivals;
    }

    /** The collection is the measurement's own: what it holds up is not counted among the stalls, and told beside the heap. */
    private void report(int minute, Latencies told) throws IOException {
        String stalls = product.ask("/stalls");
        boolean collects = minute == 1 || minute % COLLECTION_MINUTES == 0;
        String heap = collects ? product.ask("/heap") : "null";
        String collection = product.ask("/stalls");
        Report.line(
                "\"minute\":%d,\"streams\":%d,\"told\":%d,\"p50_ms\":%.0f,\"max_ms\":%.0f,%s,\"heap_bytes\":%s,\"collection\":{%s},"
                        + "\"resident_mb\":%d,\"descriptors\":%d,\"lost\":%d",
                minute,
                client.streams(),
                told.count(),
                told.quantileMillis(0.5),
                told.quantileMillis(1),
                stalls,
                heap,
                collection,
                product.server().residentBytes() >> 20,
                product.server().descriptors(),
                client.lost());
    }
}
