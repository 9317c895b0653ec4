package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import madoguchi.ServerProcess;
import madoguchi.simulator.Account;
import madoguchi.simulator.Signatures;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomDeskFile;
import madoguchi.simulator.ZoomSimulator;

/**
 * How soon signed webhooks are answered, each of which changes an agent's status and so is written to the journal, while Zoom's
 * REST service is slow: 64 at a time, the server as it ships, in a process of its own.
 */
public final class WebhookBench {

    private static final int AT_ONCE = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    private static final AtomicLong NUMBER = new AtomicLong();

    private WebhookBench() {}

    public static void main(String[] args) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "webhook-bench");
        System.out.printf(
                "java %s, %d processors%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        try (ZoomSimulator zoom = new ZoomSimulator()) {
            Path settings = Files.writeString(data.resolve("bench.yaml"), ZoomDeskFile.of(zoom));
            try (ServerProcess server =
                    ServerProcess.run(data.resolve("data"), Map.of(), List.of(), List.of(settings.toString()))) {
                URI url = URI.create(server.publicUrl());
                zoom.turn(Switch.API_DELAY, 5_000);
                Vertx vertx = Vertx.vertx();
                HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(AT_ONCE));
                run(client, url, WARM_UP);
                report(run(client, url, MEASURED));
                vertx.close().await();
            }
        }
    }

    private static List<Long> run(HttpClient client, URI url, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        List<List<Long>> latencies = new ArrayList<>();
        List<Future<Void>> senders = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            List<Long> own = new ArrayList<>();
            latencies.add(own);
            senders.add(loop(client, url, end, own));
        }
        Future.all(senders).await();
        return latencies.stream().flatMap(List::stream).toList();
    }

    private static Future<Void> loop(HttpClient client, URI url, long end, List<Long> latencies) {
        String body = event(NUMBER.incrementAndGet());
        String timestamp = Long.toString(System.currentTimeMillis() / 1_000);
        String signature = Signatures.v0(Account.WEBHOOK_SECRET, timestamp, body);
        long sent = System.nanoTime();
        if (sent >= end) {
            return Future.succeededFuture();
        }
        return client.request(HttpMethod.POST, url.getPort(), url.getHost(), "/webhooks/zoom")
                .compose(request -> request.putHeader("Content-Type", "application/json")
                        .putHeader("x-zm-request-timestamp", timestamp)
                        .putHeader("x-zm-signature", signature)
                        .send(Buffer.buffer(body))
                        .compose(response -> response.statusCode() == 204
                                ? response.body()
                                : Future.failedFuture("status " + response.statusCode())))
                .compose(none -> {
                    latencies.add(System.nanoTime() - sent);
                    return loop(client, url, end, latencies);
                });
    }

    private static String event(long number) {
        JsonObject object = new JsonObject()
                .put("user_id", "user-sato")
                .put("current_status_name", number % 2 == 0 ? "Ready" : "Not Ready")
                .put("number", number);
        return new JsonObject()
                .put("event", "contact_center.user_status_changed")
                .put("event_ts", System.currentTimeMillis())
                .put("payload", new JsonObject().put("object", object))
                .encode();
    }

    private static void report(List<Long> latencies) {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "webhooks answered: %.0f/s, %d at a time, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                sorted.length / (double) MEASURED.toSeconds(),
                AT_ONCE,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
