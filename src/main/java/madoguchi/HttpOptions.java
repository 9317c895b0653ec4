package madoguchi;

import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.concurrent.TimeUnit;
import madoguchi.settings.Settings;

/** The limits of both sides as Vert.x wants them. */
final class HttpOptions {

    /** Unacknowledged bytes for so long mean that nobody is there. */
    private static final int DEAD_MILLIS = 30_000;

    /** For a reader that does not read the kernel holds twice that; with the write queue it stays below 64 KiB. */
    private static final int SEND_BUFFER = 16 * 1024;

    /** HTTP/2 carries all tabs of a browser over one connection; Vert.x' 100 would leave the later ones waiting. */
    private static final int STREAMS_PER_CONNECTION = 250;

    private HttpOptions() {}

    /** To Vert.x a negative port is a free one that all listeners of this process share; 0 would be another for each. */
    private static final int FREE_SHARED = -1;

    static HttpServerOptions of(Settings.Http http) {
        HttpServerOptions options = limited(http)
                .setHost(http.bind())
                .setPort(http.port() == 0 ? FREE_SHARED : http.port())
                .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(STREAMS_PER_CONNECTION))
                // All answers come from the event loop; so no connection needs a queue for other threads, of 4 KiB
                // each.
                .setStrictThreadMode(true);
        if (http.tls() != null) {
            options.setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(http.tls().certificateFile().toString())
                            .setKeyPath(http.tls().keyFile().toString()));
        }
        return options;
    }

    /** What holds off those who ask for too much holds on the management side as well. */
    static HttpServerOptions of(Settings.Management management, Settings.Http http) {
        return limited(http).setHost(management.bind()).setPort(management.port());
    }

    private static HttpServerOptions limited(Settings.Http http) {
        return new HttpServerOptions()
                .setAcceptBacklog(http.backlog())
                .setReuseAddress(true)
                .setTcpNoDelay(true)
                .setTcpUserTimeout(DEAD_MILLIS)
                .setSendBufferSize(SEND_BUFFER)
                .setMaxInitialLineLength(http.requestLineLimit())
                .setMaxHeaderSize(http.headerLimit())
                .setIdleTimeout((int) Math.max(1, http.idle().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setHttp2ClearTextEnabled(false);
    }
}
