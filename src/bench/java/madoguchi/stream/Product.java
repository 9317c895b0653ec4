package madoguchi.stream;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** The whole product in a process of its own, on the first processor: on a data folder and a port that outlive it. */
final class Product implements AutoCloseable {

    private static final int JOINS_AT_A_TIME = 64;
    private static final String SETTINGS = "desks: {helpdesk: {name: {ja: bench, en: bench}, capacity: 1000000}}";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private final int port;
    private final int askPort;
    private ServerProcess server;

    private Product(Path folder, int port, int askPort) throws IOException {
        this.folder = folder;
        this.port = port;
        this.askPort = askPort;
        this.server = run();
    }

    static Product start() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "stream-bench");
        Files.writeString(folder.resolve("bench.yaml"), SETTINGS);
        return new Product(folder, ServerProcess.freePort(), ServerProcess.freePort());
    }

    /** What a restart does, on the same data and port. */
    void startAgain() throws IOException {
        server = run();
    }

    private ServerProcess run() throws IOException {
        Map<String, String> environment = Map.of(
                "MADOGUCHI_DATA_DIR",
                folder.resolve("data").toString(),
                "MADOGUCHI_HTTP_PORT",
                Integer.toString(port),
                "MADOGUCHI_MANAGEMENT_PORT",
                "0",
                "MADOGUCHI_LIMITS_JOINSPERMINUTE",
                "10000000");
        List<String> arguments = List.of(folder.resolve("bench.yaml").toString(), Integer.toString(askPort));
        ServerProcess started = ServerProcess.start("madoguchi.MeasuredServer", port, arguments, environment);
        while (!serves() && started.process().isAlive()) {
            LockSupport.parkNanos(20_000_000);
        }
        return started;
    }

    /** The port to ask at is the last that opens. */
    private boolean serves() {
        try {
            return Long.parseLong(ask("/heap")) > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    ServerProcess server() {
        return server;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** What the measured server says of itself. */
    String ask(String path) throws IOException {
        try {
            HttpRequest question = HttpRequest.newBuilder(URI.create("http://localhost:" + askPort + path))
                    .build();
            return HTTP.send(question, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Takes so many places in line. @return the tokens */
    List<String> join(int callers) {
        List<String> tokens = new ArrayList<>();
        while (tokens.size() < callers) {
            List<CompletableFuture<String>> joins = new ArrayList<>();
            for (int i = Math.min(JOINS_AT_A_TIME, callers - tokens.size()); i > 0; i--) {
                joins.add(join());
            }
            joins.forEach(join -> tokens.add(join.join()));
        }
        return tokens;
    }

    private CompletableFuture<String> join() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/api/v1/desks/helpdesk/tickets"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"language\":\"ja\"}"))
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> new JsonObject(answer.body()).getString("token"));
    }

    /** The request of a widget. */
    String deskStream() {
        return LoadClient.get(port, "/api/v1/desks/helpdesk/stream");
    }

    /** The request of a caller in line. */
    String ticketStream(String token) {
        return LoadClient.get(port, "/api/v1/ticket/stream", "Authorization: Bearer " + token);
    }

    @Override
    public void close() {
        server.close();
    }
}
