package madoguchi;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import madoguchi.http.Caller;
import madoguchi.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real server on free ports and a real SQLite file, fresh for each test. */
public final class MadoguchiServer implements BeforeEachCallback, AfterEachCallback {

    private final Map<String, String> environment = new HashMap<>();
    private InstantSource clock = Clock.tickMillis(ZoneOffset.UTC);
    private Duration housekeeping = Housekeeping.EVERY;
    private @Nullable String yaml;
    private @Nullable Path folder;
    private @Nullable Vertx vertx;
    private @Nullable Server server;
    private int invited;
    private final List<Consumer<String>> acquaintances = new ArrayList<>();

    public MadoguchiServer() {
        environment.put("MADOGUCHI_HTTP_PORT", "0");
        environment.put("MADOGUCHI_MANAGEMENT_PORT", "0");
        environment.put("MADOGUCHI_HTTP_SHUTDOWN", "3s");
        environment.put("MADOGUCHI_LIMITS_JOINSPERMINUTE", "100000");
    }

    /** Sets what the environment can set, e.g. {@code MADOGUCHI_STREAM_HEARTBEAT}. */
    public MadoguchiServer with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts with this clock from now on. */
    public MadoguchiServer at(InstantSource source) {
        clock = source;
        return this;
    }

    /** Keeps house so often from the next start on. */
    MadoguchiServer keepingHouseEvery(Duration interval) {
        housekeeping = interval;
        return this;
    }

    /** Starts at noon where the desk is, so that no day ends while a test counts what was today. */
    public MadoguchiServer fromNoon() {
        Instant noon = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(3));
        return at(Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.between(Instant.now(), noon)));
    }

    /** Starts with this settings file. */
    public MadoguchiServer withFile(String content) {
        yaml = content;
        return this;
    }

    /** Tells its address at each start. */
    public MadoguchiServer knownTo(Consumer<String> whom) {
        acquaintances.add(whom);
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Path made = Files.createTempDirectory("madoguchi");
        folder = made;
        environment.put("MADOGUCHI_DATA_DIR", made.resolve("data").toString());
        start();
    }

    /** Starts on the folder as it is: what a restart finds. */
    public void start() {
        Vertx started = Server.vertx();
        vertx = started;
        server = await(Server.start(started, settings(), clock, housekeeping));
        acquaintances.forEach(each -> each.accept(url()));
    }

    private Settings settings() {
        if (yaml == null) {
            return Settings.load(null, environment);
        }
        try {
            Path file = folder().resolve("madoguchi.yaml");
            Files.writeString(file, yaml);
            return Settings.load(file, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as SIGTERM does; {@link #start} begins another on the same folder. */
    public void stop() {
        if (server != null) {
            await(server.stop());
            server = null;
        }
        if (vertx != null) {
            await(vertx.close());
            vertx = null;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop();
    }

    public Server server() {
        if (server == null) {
            throw new IllegalStateException("server: not started");
        }
        return server;
    }

    public Path folder() {
        if (folder == null) {
            throw new IllegalStateException("folder: not made");
        }
        return folder;
    }

    /** Where the public side listens, as people reach it. */
    public String url() {
        return server().publicUrl().toString();
    }

    public String managementUrl() {
        return server().managementUrl();
    }

    public Caller caller() {
        return new Caller(url());
    }

    /** A new one-time sign-in link of somebody new who answers and supervises. */
    public String link() {
        return await(server().invite("Operator " + ++invited));
    }

    public Caller signIn(String link) {
        Caller operator = new Caller(url());
        operator.signIn(link);
        return operator;
    }

    /** Somebody new who is signed in, answers and supervises. */
    public Caller operator() {
        return signIn(link());
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
