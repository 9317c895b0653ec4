package madoguchi.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** The load driver reads what the hub's own server sends. */
final class LoadClientTest {

    private static final int STREAMS = 20;

    @Test
    void broadcast_toTheHubServer_arrivesOnceAtEveryStream() throws IOException {
        Vertx vertx = Vertx.vertx();
        int port = HubServer.start(vertx, -1);
        try (LoadClient client = new LoadClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            client.open(STREAMS);

            assertThat(client.broadcast(142)).hasSize(STREAMS);
            assertThat(client.broadcast(142)).hasSize(STREAMS);
            assertThat(client.streamsAtServer()).isEqualTo(STREAMS);
            client.replace(STREAMS / 2);
            assertThat(client.broadcast(142)).hasSize(STREAMS);
            assertThat(client.lost()).isZero();
        } finally {
            HubFixture.await(vertx.close());
        }
    }
}
