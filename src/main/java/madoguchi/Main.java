package madoguchi;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import madoguchi.settings.Settings;
import madoguchi.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code java -jar madoguchi.jar [conf/madoguchi.yaml]}; with {@code invite} behind it, for a sign-in link. */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] args) {
        List<String> words = List.of(args);
        int invite = words.indexOf("invite");
        try {
            Settings settings = settings(invite < 0 ? words : words.subList(0, invite));
            if (invite < 0) {
                serve(settings);
            } else {
                invite(settings, words.subList(invite + 1, words.size()));
            }
        } catch (SettingsException | IllegalArgumentException e) {
            stop(e);
        }
    }

    private static Settings settings(List<String> file) {
        if (file.size() > 1) {
            throw new IllegalArgumentException("arguments: " + file + " (expected: [settings file] [invite …])");
        }
        return Settings.load(file.isEmpty() ? null : Path.of(file.get(0)), System.getenv());
    }

    /** Prints a sign-in link and ends; the server may run meanwhile. */
    private static void invite(Settings settings, List<String> arguments) {
        Vertx vertx = Vertx.vertx();
        Invitations.link(vertx, settings, arguments).onFailure(Main::stop).onSuccess(link -> {
            System.out.println(link);
            vertx.close();
        });
    }

    private static void serve(Settings settings) {
        Vertx vertx = Server.vertx();
        Server.start(vertx, settings, Clock.tickMillis(ZoneOffset.UTC))
                .onFailure(Main::stop)
                .onSuccess(server -> {
                    server.announce();
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

    private static void stop(Throwable cause) {
        System.err.println(cause.getMessage());
        Runtime.getRuntime().halt(1);
    }
}
