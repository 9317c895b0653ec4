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
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (LoadClient client = new LoadClient(server, stream -> LoadClient.get(port, "/sse"), Trigger.MARK);
                Trigger trigger = new Trigger(server, client)) {
            client.open(STREAMS);

            assertThat(trigger.broadcast(Trigger.EVENT)).hasSize(STREAMS);
            assertThat(trigger.broadcast(Trigger.EVENT)).hasSize(STREAMS);
            assertThat(trigger.streamsAtServer()).isEqualTo(STREAMS);
            client.replace(STREAMS / 2);
            assertThat(trigger.broadcast(Trigger.EVENT)).hasSize(STREAMS);
            assertThat(client.lost()).isZero();
        } finally {
            HubFixture.await(vertx.close());
        }
    }
}
