package madoguchi;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import madoguchi.journal.JournalUnavailableException;
import madoguchi.settings.Settings;
import madoguchi.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code java -jar madoguchi.jar [conf/madoguchi.yaml]}; with {@code invite} behind it, for a sign-in link; with {@code check},
 * to compare the settings with the live accounts.
 */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] args) {
        try {
            Arguments arguments = Arguments.of(List.of(args));
            Settings settings = Settings.load(arguments.file(), System.getenv());
            switch (arguments.command()) {
                case SERVE -> serve(settings);
                case INVITE -> once(Commands.invite(settings, arguments.rest()));
                case CHECK -> once(Commands.check(settings));
            }
        } catch (SettingsException | IllegalArgumentException e) {
            stop(e);
        }
    }

    private static void once(Future<Integer> command) {
        command.onFailure(Main::stop).onSuccess(Runtime.getRuntime()::halt);
    }

    private static void serve(Settings settings) {
        Vertx vertx = Server.vertx();
        Server.start(vertx, settings, Clock.tickMillis(ZoneOffset.UTC))
                .onFailure(Main::stop)
                .onSuccess(server -> {
                    server.announce();
                    ZoomCheck.warn(vertx, settings);
                    Runtime.getRuntime()
                            .addShutdownHook(new Thread(
                                    () -> drain(vertx, server, settings.http().shutdown())));
                });
    }

    /**
     * The JVM waits for its hooks: the streams are told, the requests answered and the journal closed. By itself it would then
     * end with the signal's number, as if it had been killed.
     */
    private static void drain(Vertx vertx, Server server, Duration limit) {
        int status = 0;
        try {
            server.stop()
                    .eventually(vertx::close)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            LOG.warn("stopped before everything was told", e);
            status = 1;
        }
        Runtime.getRuntime().halt(status);
    }

    /** A mistake that somebody can mend is told in a plain sentence; any other is ours, and whoever looks for it needs the trace. */
    private static void stop(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains(" (expected: ") || cause instanceof JournalUnavailableException) {
            System.err.println(message);
        } else {
            LOG.error("stopped", cause);
        }
        Runtime.getRuntime().halt(1);
    }
}
