package madoguchi;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import madoguchi.settings.Settings;
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
        } catch (RuntimeException e) {
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
                    Shutdown.atSignal(vertx, server, settings.http().shutdown());
                    server.announce();
                    ZoomCheck.warn(vertx, settings);
                });
    }

    /** A mistake that somebody can mend is told in a plain sentence; any other is ours, and whoever looks for it needs the trace. */
    private static void stop(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains(" (expected: ")) {
            System.err.println(message);
        } else {
            LOG.error("stopped", cause);
        }
        Runtime.getRuntime().halt(1);
    }
}
