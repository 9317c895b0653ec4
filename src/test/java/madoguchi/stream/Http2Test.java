package madoguchi.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that share one connection: HTTP/2 over TLS. */
final class Http2Test {

    private static final String PASSWORD = "changeit";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setUseAlpn(true)
            .setSsl(true)
            .setTrustAll(true)
            .setVerifyHost(false));

    @TempDir
    private Path folder;

    private HubFixture fixture;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Path store = folder.resolve("key.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start()
                .waitFor();
        fixture = new HubFixture(
                StreamRules.defaults(),
                new HttpServerOptions()
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setKeyCertOptions(
                                new PfxOptions().setPath(store.toString()).setPassword(PASSWORD)));
    }

    @AfterEach
    void close() {
        fixture.close();
        HubFixture.await(vertx.close());
    }

    @Test
    void publish_overHttp2_writesTheSameBytesUnframed() {
        Frame frame = Frame.of("desk", "1", "news");
        HttpClientResponse response = open();
        Promise<Void> arrived = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(bytes -> {
            body.appendBuffer(bytes);
            if (body.toString().endsWith("\n\n" + frame.bytes())) {
                arrived.tryComplete();
            }
        });
        response.resume();

        fixture.run(() -> fixture.hub.publish("desk", frame));

        HubFixture.await(arrived.future());
        assertThat(response.version()).isEqualTo(HttpVersion.HTTP_2);
        assertThat(response.getHeader("connection")).isNull();
    }

    @Test
    void tick_whenOneStreamOfTheConnectionStands_cutsThatOneAlone() {
        HttpClientResponse stuck = open();
        Promise<Void> reset = Promise.promise();
        stuck.exceptionHandler(failure -> reset.tryComplete());
        HttpClientResponse other = open();
        Promise<Void> arrived = Promise.promise();
        other.handler(bytes -> {
                    if (bytes.toString().contains("alive")) {
                        arrived.tryComplete();
                    }
                })
                .resume();
        fixture.run(() -> {
            for (int i = 0; i < 1000; i++) {
                fixture.hub.send("stuck", Frame.of("desk", "1", "x".repeat(1024)));
            }
        });

        fixture.tick(10_000);

        HubFixture.await(fixture.opened.get(0).closed());
        assertThat(fixture.hub.counters().cut()).isOne();
        assertThat(fixture.hub.counters().written()).isLessThan(200);
        HubFixture.await(reset.future());
        fixture.run(() -> fixture.hub.publish("desk", Frame.of("desk", "2", "alive")));
        HubFixture.await(arrived.future());
        assertThat(other.request().connection()).isSameAs(stuck.request().connection());
    }

    /** Paused. The first stream is of the key {@code stuck}, the others of {@code desk} alone. */
    private HttpClientResponse open() {
        String keys = fixture.opened.isEmpty() ? "/stuck,desk" : "/desk";
        return HubFixture.await(client.request(HttpMethod.GET, fixture.port(), "127.0.0.1", keys)
                .compose(HttpClientRequest::send)
                .map(HttpClientResponse::pause));
    }
}
