package madoguchi.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import madoguchi.ServerProcess;

/**
 * Durable joins per second over HTTP with 64 clients, beside the bare fsync rate of the same file system: the server as it
 * ships, in a process of its own, on SQLite.
 */
public final class JoinBench {

    private static final int CLIENTS = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    /** The demo desk with a line that does not fill up meanwhile. */
    private static final String SETTINGS =
            "desks: {helpdesk: {name: {ja: bench, en: bench}, capacity: 1000000, parkAfter: 5m}}";

    private static final Buffer BODY = Buffer.buffer("{\"language\":\"ja\"}");

    private JoinBench() {}

    public static void main(String[] args) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "join-bench");
        System.out.printf(
                "java %s, %d processors%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        System.out.printf("fsync before: %.0f/s%n", fsyncsPerSecond(data));
        Path settings = Files.writeString(data.resolve("bench.yaml"), SETTINGS);
        try (ServerProcess server = ServerProcess.run(
                data.resolve("data"),
                Map.of("MADOGUCHI_LIMITS_JOINSPERMINUTE", "10000000"),
                List.of(),
                List.of(settings.toString()))) {
            Vertx vertx = Vertx.vertx();
            HttpClient client = vertx.createHttpClient(
                    new HttpClientOptions().setKeepAliveTimeout(60), new PoolOptions().setHttp1MaxSize(CLIENTS));
            URI url = URI.create(server.publicUrl());
            run(client, url, WARM_UP);
            report(run(client, url, MEASURED));
            vertx.close().await();
        }
        System.out.printf("fsync after: %.0f/s%n", fsyncsPerSecond(data));
    }

    private static List<Long> run(HttpClient client, URI url, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        List<List<Long>> latencies = new ArrayList<>();
        List<Future<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            List<Long> own = new ArrayList<>();
            latencies.add(own);
            clients.add(loop(client, url, end, own));
        }
        Future.all(clients).await();
        return latencies.stream().flatMap(List::stream).toList();
    }

    private static Future<Void> loop(HttpClient client, URI url, long end, List<Long> latencies) {
        long sent = System.nanoTime();
        if (sent >= end) {
            return Future.succeededFuture();
        }
        return client.request(HttpMethod.POST, url.getPort(), url.getHost(), "/api/v1/desks/helpdesk/tickets")
                .compose(request -> request.putHeader("Content-Type", "application/json")
                        .send(BODY)
                        .compose(response -> response.statusCode() == 201
                                ? response.body()
                                : Future.failedFuture("status " + response.statusCode())))
                .compose(body -> {
                    latencies.add(System.nanoTime() - sent);
                    return loop(client, url, end, latencies);
                });
    }

    private static void report(List<Long> latencies) {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "durable joins: %.0f/s with %d clients, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                sorted.length / (double) MEASURED.toSeconds(),
                CLIENTS,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                Arrays.stream(sorted).max().orElse(0) / 1e6);
    }

    /** How often the file system can make 4 KiB durable in a second, one after the other. */
    private static double fsyncsPerSecond(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "fsync", null);
        int count = 0;
        long begin = System.nanoTime();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (System.nanoTime() - begin < 2_000_000_000L) {
                channel.write(ByteBuffer.allocate(4096));
                channel.force(false);
                count++;
            }
        }
        Files.delete(file);
        return count / ((System.nanoTime() - begin) / 1e9);
    }
}
