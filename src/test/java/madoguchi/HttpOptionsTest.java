package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.Map;
import madoguchi.settings.Settings;
import org.junit.jupiter.api.Test;

/** The limits of the public side: those that can be set, and those of Vert.x that we rely on. */
class HttpOptionsTest {

    private static HttpServerOptions options(Map<String, String> environment) {
        return HttpOptions.of(Settings.load(null, environment).http());
    }

    @Test
    void settings_ofThePublicSide_reachTheServer() {
        HttpServerOptions options = options(Map.of(
                "MADOGUCHI_HTTP_BIND", "127.0.0.2",
                "MADOGUCHI_HTTP_PORT", "8443",
                "MADOGUCHI_HTTP_REQUESTLINELIMIT", "5KiB",
                "MADOGUCHI_HTTP_HEADERLIMIT", "9KiB",
                "MADOGUCHI_HTTP_IDLE", "46s",
                "MADOGUCHI_HTTP_BACKLOG", "2048"));
        assertThat(options.getHost()).isEqualTo("127.0.0.2");
        assertThat(options.getPort()).isEqualTo(8443);
        assertThat(options.getMaxInitialLineLength()).isEqualTo(5 * 1024);
        assertThat(options.getMaxHeaderSize()).isEqualTo(9 * 1024);
        assertThat(Duration.of(
                        options.getIdleTimeout(), options.getIdleTimeoutUnit().toChronoUnit()))
                .isEqualTo(Duration.ofSeconds(46));
        assertThat(options.getAcceptBacklog()).isEqualTo(2048);
    }

    @Test
    void managementSide_hasTheLimitsOfThePublicOneAtItsOwnAddress() {
        Settings settings = Settings.load(
                null,
                Map.of(
                        "MADOGUCHI_MANAGEMENT_BIND", "127.0.0.3",
                        "MADOGUCHI_MANAGEMENT_PORT", "8443",
                        "MADOGUCHI_HTTP_HEADERLIMIT", "9KiB"));
        HttpServerOptions options = HttpOptions.of(settings.management(), settings.http());
        assertThat(options.getHost()).isEqualTo("127.0.0.3");
        assertThat(options.getPort()).isEqualTo(8443);
        assertThat(options.getMaxHeaderSize()).isEqualTo(9 * 1024);
        assertThat(options.getIdleTimeout()).isPositive();
        assertThat(options.isHttp2ClearTextEnabled()).isFalse();
    }

    @Test
    void defaults_areTheLimitsThatHoldOffAttackers() {
        HttpServerOptions options = options(Map.of());
        assertThat(options.getIdleTimeout()).isPositive();
        assertThat(options.getMaxInitialLineLength()).isEqualTo(4 * 1024);
        assertThat(options.getMaxHeaderSize()).isEqualTo(8 * 1024);
        assertThat(options.getAcceptBacklog()).isGreaterThanOrEqualTo(1024);
        assertThat(options.getTcpUserTimeout()).isPositive();
        assertThat(options.isDecompressionSupported()).isFalse();
        assertThat(options.isCompressionSupported()).isFalse();
        assertThat(options.isHttp2ClearTextEnabled()).isFalse();
        assertThat(options.getInitialSettings().getMaxConcurrentStreams()).isLessThanOrEqualTo(250);
        assertThat(options.getHttp2RstFloodMaxRstFramePerWindow()).isLessThanOrEqualTo(200);
        assertThat(options.getHttp2RstFloodWindowDuration()).isPositive();
    }
}
