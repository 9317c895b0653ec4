package madoguchi.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that asks on and on and reads no answer costs no more than what it has asked for so far. */
class SlowClientTest {

    /** Far more than the kernel holds for both ends. */
    private static final int MOST = 32 << 20;

    @RegisterExtension
    final MadoguchiServer server =
            new MadoguchiServer().with("MADOGUCHI_STREAM_HEARTBEAT", "400ms").with("MADOGUCHI_HTTP_IDLE", "1s");

    @Test
    void client_thatReadsNoAnswer_isCut() throws IOException {
        assertCut(server.url(), "/widget.js");
    }

    @Test
    void client_ofTheManagementSideThatReadsNoAnswer_isCut() throws IOException {
        assertCut(server.managementUrl(), "/health/live");
    }

    @Test
    void connection_toTheManagementSideLeftIdle_isClosed() {
        String answer = RawHttp.exchange(server.managementUrl(), request(server.managementUrl(), "/health/live"));
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    private static String request(String url, String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + URI.create(url).getAuthority() + "\r\n\r\n";
    }

    private static void assertCut(String side, String path) throws IOException {
        URI url = URI.create(side);
        byte[] request = request(side, path).getBytes(US_ASCII);
        try (SocketChannel client = SocketChannel.open()) {
            client.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            client.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            int[] asked = {0};
            assertThatThrownBy(() -> {
                        while (asked[0] < MOST) {
                            asked[0] += client.write(ByteBuffer.wrap(request));
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(asked[0]).isLessThan(MOST);
        }
        assertThat(new Caller(side).get(path).status()).isEqualTo(200);
    }
}
