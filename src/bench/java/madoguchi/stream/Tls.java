package madoguchi.stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The same streams over HTTP/1.1, HTTP/1.1 over TLS and HTTP/2 over TLS, each on a connection of its own, as browsers come. */
final class Tls {

    private static final int IN_FLIGHT = 32;
    private static final int WARM_UP = 15;
    private static final int MEASURED = 40;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    private final HttpClientAgent client;
    private final int port;
    private final int streams;
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile long sentAt;
    private volatile CompletableFuture<Long> complete = new CompletableFuture<>();

    private Tls(int port, int streams, boolean tls, HttpVersion version) {
        this.port = port;
        this.streams = streams;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setSsl(tls)
                        .setUseAlpn(tls)
                        .setTrustAll(true)
                        .setVerifyHost(false)
                        .setProtocolVersion(version),
                new PoolOptions().setHttp1MaxSize(4));
    }

    static void measure(int streams) throws IOException {
        measure("HTTP/1.1", streams, false, HttpVersion.HTTP_1_1);
        measure("HTTP/1.1 over TLS", streams, true, HttpVersion.HTTP_1_1);
        measure("HTTP/2 over TLS", streams, true, HttpVersion.HTTP_2);
    }

    private static void measure(String what, int streams, boolean tls, HttpVersion version) throws IOException {
        try (ServerProcess server = tls ? ServerProcess.hub("tls") : ServerProcess.hub()) {
            long base = server.residentBytes();
            Tls load = new Tls(server.port(), streams, tls, version);
            long cpu = server.cpuNanos();
            load.open();
            long connecting = server.cpuNanos() - cpu;
            load.tell(WARM_UP);
            cpu = server.cpuNanos();
            List<Long> completions = load.tell(MEASURED);
            cpu = server.cpuNanos() - cpu;
            Report.line(
                    "\"streams\":%d,\"over\":\"%s\",\"cpu_us_per_connect\":%.0f,\"cpu_s_per_1m\":%.2f,\"completion_ms\":%.1f,"
                            + "\"rss_after\":%d",
                    streams,
                    what,
                    connecting / 1e3 / streams,
                    cpu / 1e3 / MEASURED / streams,
                    completions.get(MEASURED / 2) / 1e6,
                    (server.residentBytes() - base) / streams);
            load.vertx.close().await();
        }
    }

    private void open() {
        for (int opened = 0; opened < streams; opened += IN_FLIGHT) {
            List<Future<?>> opening = new ArrayList<>();
            for (int i = opened; i < Math.min(streams, opened + IN_FLIGHT); i++) {
                opening.add(stream());
            }
            Future.all(opening).await();
        }
    }

    private Future<?> stream() {
        LoadStream stream = new LoadStream(List.of(Trigger.MARK));
        return client.connect(new HttpConnectOptions().setHost("localhost").setPort(port))
                .compose(connection -> connection.request(new RequestOptions().setURI("/sse")))
                .compose(request -> request.send())
                .onSuccess(response ->
                        response.handler(bytes -> stream.read(ByteBuffer.wrap(bytes.getBytes()), this::told)));
    }

    private void told(long time) {
        if (time == sentAt && arrived.incrementAndGet() == streams) {
            complete.complete(System.nanoTime() - sentAt);
        }
    }

    /** @return nanoseconds until all had it, sorted */
    private List<Long> tell(int broadcasts) {
        List<Long> completions = new ArrayList<>();
        for (int i = 0; i < broadcasts; i++) {
            complete = new CompletableFuture<>();
            arrived.set(0);
            sentAt = System.nanoTime();
            String head = "{\"t\":" + sentAt + ",\"pad\":\"";
            Buffer event = Buffer.buffer(head + "x".repeat(Trigger.EVENT - head.length() - 2) + "\"}");
            client.request(HttpMethod.POST, port, "localhost", "/b")
                    .compose(request -> request.send(event))
                    .await();
            completions.add(complete.join());
        }
        return completions.stream().sorted().toList();
    }
}
