package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved client sends. */
class HygieneTest {

    private static final String DESK = "/api/v1/desks/helpdesk";

    @RegisterExtension
    final MadoguchiServer server =
            new MadoguchiServer().with("MADOGUCHI_STREAM_HEARTBEAT", "2s").with("MADOGUCHI_HTTP_IDLE", "5s");

    private String host() {
        return "Host: " + URI.create(server.url()).getAuthority() + "\r\n";
    }

    private String get(String path, String headers) {
        return exchange("GET " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n");
    }

    private String exchange(String request) {
        return RawHttp.exchange(server.url(), request);
    }

    @Test
    void request_thatNamesOurHost_isAnswered() {
        assertThat(get(DESK, host())).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void request_withoutAHost_isRefused() {
        assertThat(get(DESK, "")).startsWith("HTTP/1.1 400 ").contains("/problems/");
    }

    @Test
    void request_withTwoHosts_isRefused() {
        assertThat(get(DESK, host() + host())).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "a/b@c", "localhost@evil.example", "localhost:1", "", "localhost."})
    void request_withAnotherHost_isRefused(String host) {
        assertThat(get(DESK, "Host: " + host + "\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void requestLine_thatIsTooLong_isRefused() {
        assertThat(get(DESK + "?" + "x".repeat(5_000), host())).startsWith("HTTP/1.0 414 ");
    }

    @Test
    void headers_thatAreTooLong_areRefused() {
        assertThat(get(DESK, host() + "X-Long: " + "x".repeat(9_000) + "\r\n")).startsWith("HTTP/1.1 431 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "Content-Length: -1\r\n\r\n",
                "Content-Length : 2\r\n\r\n{}",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"
            })
    void body_whoseLengthIsInDoubt_isRefused(String rest) {
        assertThat(exchange("POST " + DESK + "/tickets HTTP/1.1\r\n" + host()
                        + "Content-Type: application/json\r\nConnection: close\r\n" + rest))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void body_thatIsTooLarge_isRefusedBeforeItIsRead() {
        assertThat(announcing(DESK + "/tickets", 17_000))
                .startsWith("HTTP/1.1 413 ")
                .contains("/problems/too-large")
                .contains("body: too long (expected: at most 16 KiB)");
    }

    @Test
    void eventOfZoom_mayBeLonger_andIsToldItsOwnLimit() {
        assertThat(announcing("/webhooks/zoom", 66_000))
                .startsWith("HTTP/1.1 413 ")
                .contains("body: too long (expected: at most 64 KiB)");
    }

    private String announcing(String path, int length) {
        return exchange("POST " + path + " HTTP/1.1\r\n" + host()
                + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n");
    }

    @Test
    void body_thatTurnsOutTooLarge_isRefused() {
        String chunk = Integer.toHexString(17_000) + "\r\n" + "x".repeat(17_000) + "\r\n0\r\n\r\n";
        assertThat(exchange("POST " + DESK + "/tickets HTTP/1.1\r\n" + host()
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        + chunk))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void request_thatIsNeverFinished_isCut() {
        assertThat(exchange("GET " + DESK + " HTTP/1.1\r\n" + host())).isEmpty();
    }

    @Test
    void requests_inOneGo_areAnsweredInTheirOrder() {
        String answers = exchange("GET /api/v1/desks/nowhere HTTP/1.1\r\n" + host() + "\r\nGET " + DESK
                + " HTTP/1.1\r\n" + host() + "Connection: close\r\n\r\n");
        assertThat(answers).startsWith("HTTP/1.1 404 ").containsOnlyOnce("HTTP/1.1 200 ");
    }

    @Test
    void http2_withoutTls_isNotSpoken() {
        assertThat(exchange("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).startsWith("HTTP/2.0 501 ");
        assertThat(get(DESK, host() + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }
}
