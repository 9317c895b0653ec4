package madoguchi;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of the process. */
final class Shutdown {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private Shutdown() {}

    /**
     * The JVM waits for its hooks: the streams are told, the requests answered and the journal closed. By itself it would then
     * end with the signal's number, as if it had been killed.
     *
     * @param limit the longest time it may take
     */
    static void atSignal(Vertx vertx, Server server, Duration limit) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(vertx, server, limit)));
    }

    private static void end(Vertx vertx, Server server, Duration limit) {
        int status = 0;
        LOG.info("ending within {} s", limit.toSeconds());
        try {
            server.stop()
                    .eventually(vertx::close)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("ended");
        } catch (Exception e) {
            LOG.warn("stopped before everything was told", e);
            status = 1;
        }
        Runtime.getRuntime().halt(status);
    }
}
