package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import madoguchi.http.Caller;
import madoguchi.journal.KillLoop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plug is pulled while callers join, leave and check their microphones: what was acknowledged is there afterwards. */
class KillTest {

    private static final int LIVES = 50;

    @TempDir
    Path folder;

    @Test
    void kill_fiftyTimes_losesNothingAcknowledged() throws Exception {
        Path settings = folder.resolve("madoguchi.yaml");
        Files.writeString(settings, """
                desks:
                  helpdesk: {name: {ja: 窓口, en: Desk}, capacity: 100000, parkAfter: 1h, abandonAfter: 24h}
                """);
        Counter counter = new Counter(settings, folder.resolve("data"));
        new KillLoop(LIVES, new Random(20261124), 12).run(counter);
        counter.start();
        counter.kill();

        assertThat(counter.ready).hasSize(LIVES + 1);
        assertThat(counter.crowd.size()).isGreaterThan(4 * LIVES);
        System.out.println(
                "ready after a kill: " + counter.ready.stream().sorted().toList());
    }

    private static final class Counter implements KillLoop.Victim {
        private final Path settings;
        private final Path data;
        private final Crowd crowd = new Crowd();
        private final List<Duration> ready = new ArrayList<>();
        private @Nullable ServerProcess server;

        Counter(Path settings, Path data) {
            this.settings = settings;
            this.data = data;
        }

        @Override
        public void start() {
            long began = System.nanoTime();
            ServerProcess started = ServerProcess.run(
                    data,
                    Map.of("MADOGUCHI_LIMITS_JOINSPERMINUTE", "1000000"),
                    List.of("-XX:TieredStopAtLevel=1", "-Xmx200m"),
                    List.of(settings.toString()));
            server = started;
            String url = started.publicUrl();
            new Caller(url).join("helpdesk");
            ready.add(Duration.ofNanos(System.nanoTime() - began));
            JsonObject health =
                    new Caller(started.managementUrl()).get("/health/ready").json();
            assertThat(health.getString("status")).isEqualTo("UP");
            crowd.check(url);
            crowd.push(url);
        }

        @Override
        public void awaitAcknowledgement() {
            crowd.awaitAcknowledgement();
        }

        @Override
        public void kill() {
            Objects.requireNonNull(server).kill();
            crowd.awaitEnd();
        }

        @Override
        public void check() throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("madoguchi.db"));
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(result.getString(1)).isEqualTo("ok");
            }
        }
    }
}
