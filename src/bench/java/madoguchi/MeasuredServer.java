package madoguchi;

import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import madoguchi.settings.Settings;
import madoguchi.stream.Stalls;

/**
 * The product with a stethoscope: as {@link Main} starts it, and on a port of its own {@code GET /stalls}, {@code GET /link} (a
 * sign-in link) and {@code GET /heap} (bytes in use after a full collection).
 */
final class MeasuredServer {

    private MeasuredServer() {}

    /** @param arguments the settings file, the port to ask at */
    public static void main(String[] arguments) {
        Vertx vertx = Server.vertx();
        Settings settings = Settings.load(Path.of(arguments[0]), System.getenv());
        Server server =
                Server.start(vertx, settings, Clock.tickMillis(ZoneOffset.UTC)).await();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop().await()));
        Stalls stalls = Stalls.watch(vertx).await();
        Vertx other = Vertx.vertx();
        other.createHttpServer()
                .requestHandler(request -> {
                    switch (request.path()) {
                        case "/stalls" -> request.response().end(stalls.take());
                        case "/heap" -> request.response().end(Long.toString(heap()));
                        default -> server.invite("Load").onSuccess(request.response()::end);
                    }
                })
                .listen(Integer.parseInt(arguments[1]), "127.0.0.1")
                .await();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
