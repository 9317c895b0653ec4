package madoguchi.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one call-up costs when everybody in line moves up: told to each at once, and told as the product tells it. Those at the
 * front have the streams. Nobody gets a heartbeat, so what is written is what the call-ups cause.
 */
final class Line {

    private static final int SECONDS = 20;
    private static final int MOST_STREAMS = 18_000;
    private static final int ADAPTIVE = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ServerProcess server;
    private final LoadClient client;
    private List<Long> arrivals = new ArrayList<>();
    private long calledAt;

    private Line(ServerProcess server) throws IOException {
        this.server = server;
        this.client = new LoadClient(
                server.address(),
                caller -> LoadClient.get(server.port(), "/t/" + (caller + 1)),
                "event: ticket",
                "\"at\":\"");
        client.onTold(at -> arrivals.add(System.nanoTime() - calledAt));
    }

    static void measure(List<String> numbers) throws IOException {
        for (String number : numbers) {
            int waiting = Integer.parseInt(number);
            measure(waiting, "naive", Integer.MAX_VALUE);
            measure(waiting, "adaptive", ADAPTIVE);
        }
    }

    private static void measure(int waiting, String cadence, int exact) throws IOException {
        int port = ServerProcess.freePort();
        List<String> arguments =
                List.of(Integer.toString(port), Integer.toString(waiting + 1), Integer.toString(exact));
        try (ServerProcess server = ServerProcess.start("madoguchi.http.LineServer", port, arguments, Map.of())) {
            new Line(server).run(waiting, cadence, exact == ADAPTIVE);
        }
    }

    /** Told all at one moment, the callers would be told again in step; as many call-ups before make them as they always are. */
    private void run(int waiting, String cadence, boolean mix) throws IOException {
        int streams = Math.min(waiting, MOST_STREAMS);
        client.open(streams);
        for (int call = 0; mix && call < streams / 20; call++) {
            ask("POST", "/call");
            client.pump(1);
        }
        client.pumpUntil(System.nanoTime() + 3_000_000_000L);
        double quiet = cpuMillisPerSecond(false, new Latencies());
        Latencies told = new Latencies();
        long written = Long.parseLong(ask("GET", "/written"));
        double calling = cpuMillisPerSecond(true, told);
        written = Long.parseLong(ask("GET", "/written")) - written;
        Report.line(
                "\"waiting\":%d,\"streams\":%d,\"told\":\"%s\",\"writes_per_call\":%.0f,\"cpu_ms_per_call\":%.1f,"
                        + "\"p50_ms\":%.0f,\"p99_ms\":%.0f,\"last_ms\":%.0f,\"lost\":%d",
                waiting,
                client.streams(),
                cadence,
                written / (double) SECONDS,
                calling - quiet,
                told.quantileMillis(0.5),
                told.quantileMillis(0.99),
                told.completionMillis(),
                client.lost());
        client.close();
    }

    private double cpuMillisPerSecond(boolean calling, Latencies told) throws IOException {
        long cpu = server.cpuNanos();
        long start = System.nanoTime();
        for (int second = 1; second <= SECONDS; second++) {
            arrivals = new ArrayList<>();
            calledAt = System.nanoTime();
            if (calling) {
                ask("POST", "/call");
            }
            client.pumpUntil(start + second * 1_000_000_000L);
            told.add(arrivals);
        }
        return (server.cpuNanos() - cpu) / 1e6 / SECONDS;
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
