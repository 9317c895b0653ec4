package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import madoguchi.http.Caller;
import madoguchi.http.EventReader;
import madoguchi.journal.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While the journal cannot write, nothing is promised and nobody is cut off; it recovers by itself. */
class TroubleTest {

    private static final String DESK = "/api/v1/desks/helpdesk";

    @RegisterExtension
    final MadoguchiServer server =
            new MadoguchiServer().with("MADOGUCHI_STREAM_HEARTBEAT", "500ms").with("MADOGUCHI_HTTP_IDLE", "20s");

    /** Something that keeps the journal from writing, and its cure. */
    private interface Trouble {
        void begin() throws IOException;

        void end() throws IOException;
    }

    @Test
    void journal_thatIsMovedAway_refusesJoinsUntilItIsBack() throws IOException {
        Path file = server.folder().resolve("data/madoguchi.db");
        Path away = server.folder().resolve("away.db");
        assertHeldUntilCured(new Trouble() {
            @Override
            public void begin() throws IOException {
                Files.move(file, away);
            }

            @Override
            public void end() throws IOException {
                Files.move(away, file);
            }
        });
    }

    @Test
    void disk_thatIsFull_refusesJoinsUntilThereIsRoom() throws IOException {
        server.stop();
        Path data = server.folder().resolve("data");
        try (SmallDisk disk = SmallDisk.at(data)) {
            server.start();
            assertHeldUntilCured(new Trouble() {
                @Override
                public void begin() throws IOException {
                    disk.fill();
                }

                @Override
                public void end() throws IOException {
                    disk.free();
                }
            });
            server.stop();
        }
    }

    private void assertHeldUntilCured(Trouble trouble) throws IOException {
        Caller caller = server.caller();
        caller.join("helpdesk");
        try (EventReader desk = server.caller().stream(DESK + "/stream");
                EventReader own = caller.stream("/api/v1/ticket/stream")) {
            desk.await("desk", picture -> picture.getString("state").equals("open"));
            own.await("ticket");
            trouble.begin();

            Caller.Answer refused = joinUntilRefused();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().getString("type")).isEqualTo("/problems/journal-unavailable");
            assertThat(refused.response().headers().firstValueAsLong("Retry-After"))
                    .isPresent();
            desk.await("desk", picture -> picture.getString("state").equals("paused"));
            own.await("desk", picture -> picture.getString("state").equals("paused"));
            own.await("desk", picture -> picture.getString("state").equals("paused"));
            assertThat(ready()).isEqualTo("DOWN");

            trouble.end();
            desk.await("desk", picture -> picture.getString("state").equals("open"));
            assertThat(join().status()).isEqualTo(201);
            own.await("ticket", ticket -> ticket.getInteger("position") == 1);
            assertThat(ready()).isEqualTo("UP");
        }
    }

    private String ready() {
        return new Caller(server.managementUrl()).get("/health/ready").json().getString("status");
    }

    private Caller.Answer join() {
        return server.caller().post(DESK + "/tickets", new JsonObject().put("language", "ja"));
    }

    /** The journal may have some room left from before. */
    private Caller.Answer joinUntilRefused() {
        Caller.Answer answer = join();
        for (int i = 0; i < 190 && answer.status() == 201; i++) {
            answer = join();
        }
        return answer;
    }
}
