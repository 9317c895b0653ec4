package madoguchi.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one call-up costs when everybody in line moves up: told to each at once, and told as the product tells it. What the same
 * streams cost with nobody called, which is heartbeats, is measured before and taken off.
 */
final class Line {

    /** Two rounds of heartbeats. */
    private static final int SECONDS = 27;

    /** From the end of a second to the last flush that may still be that of its call-up. */
    private static final long NEXT_FLUSHES = 700;

    private static final int MOST_STREAMS = 18_000;
    private static final int ADAPTIVE = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ServerProcess server;
    private final LoadClient client;
    /** The arrivals of each flush, by the server's time of it. */
    private final Map<Long, List<Long>> flushes = new TreeMap<>();

    private Line(ServerProcess server) throws IOException {
        this.server = server;
        this.client = new LoadClient(
                server.address(), caller -> LoadClient.get(server.port(), "/t/" + (caller + 1)), "\"at\":\"");
        client.onTold(at -> flushes.computeIfAbsent(at < 1e14 ? at * 1000 : at, t -> new ArrayList<>())
                .add(System.nanoTime()));
    }

    static void measure() throws IOException {
        for (int waiting : List.of(1_000, 10_000, 100_000)) {
            measure(waiting, "naive", Integer.MAX_VALUE);
            measure(waiting, "adaptive", ADAPTIVE);
        }
    }

    private static void measure(int waiting, String cadence, int exact) throws IOException {
        int port = ServerProcess.freePort();
        List<String> arguments =
                List.of(Integer.toString(port), Integer.toString(waiting + 1), Integer.toString(exact));
        try (ServerProcess server = ServerProcess.start("madoguchi.http.LineServer", port, arguments, Map.of())) {
            new Line(server).run(waiting, cadence);
        }
    }

    private void run(int waiting, String cadence) throws IOException {
        client.open(Math.min(waiting, MOST_STREAMS));
        client.pumpUntil(System.nanoTime() + 2_000_000_000L);
        Cost quiet = seconds(false);
        Cost called = seconds(true);
        Report.line(
                "\"waiting\":%d,\"streams\":%d,\"told\":\"%s\",\"writes_per_call\":%.0f,\"cpu_ms_per_call\":%.1f,"
                        + "\"heartbeats_per_s\":%.0f,\"cpu_ms_per_s_of_heartbeats\":%.1f,\"p50_ms\":%.0f,\"p99_ms\":%.0f,\"lost\":%d",
                waiting,
                client.streams(),
                cadence,
                called.writes - quiet.writes,
                called.cpuMillis - quiet.cpuMillis,
                quiet.writes,
                quiet.cpuMillis,
                called.told.quantileMillis(0.5),
                called.told.quantileMillis(0.99),
                client.lost());
        client.close();
    }

    /** All for one second. */
    private record Cost(double writes, double cpuMillis, Latencies told) {}

    private Cost seconds(boolean calling) throws IOException {
        Latencies told = new Latencies();
        long written = Long.parseLong(ask("GET", "/written"));
        long cpu = server.cpuNanos();
        long start = System.nanoTime();
        for (int second = 1; second <= SECONDS; second++) {
            flushes.clear();
            long calledAt = System.nanoTime();
            long calledBy = digits(System.currentTimeMillis());
            if (calling) {
                ask("POST", "/call");
            }
            client.pumpUntil(start + second * 1_000_000_000L);
            told.add(delays(calledAt, calledBy, digits(System.currentTimeMillis() - NEXT_FLUSHES)));
        }
        cpu = server.cpuNanos() - cpu;
        written = Long.parseLong(ask("GET", "/written")) - written;
        return new Cost(written / (double) SECONDS, cpu / 1e6 / SECONDS, told);
    }

    /** Of the fullest of the next few flushes, which is the one that tells of the call-up. */
    private List<Long> delays(long calledAt, long from, long to) {
        return flushes.entrySet().stream()
                .filter(flush -> flush.getKey() >= from && flush.getKey() <= to)
                .map(Map.Entry::getValue)
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of())
                .stream()
                .map(arrived -> arrived - calledAt)
                .toList();
    }

    /** A time as the digits of its text. */
    private static long digits(long millis) {
        Instant time = Instant.ofEpochMilli(millis);
        return Long.parseLong(DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS")
                .withZone(ZoneOffset.UTC)
                .format(time));
    }

    private String ask(String method, String path) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
