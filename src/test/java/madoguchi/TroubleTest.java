package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import madoguchi.http.Caller;
import madoguchi.http.EventReader;
import madoguchi.journal.FileModes;
import madoguchi.journal.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While the journal cannot write, nothing is promised and nobody is cut off; it recovers by itself. */
class TroubleTest {

    private static final String DESK = "/api/v1/desks/helpdesk";

    @RegisterExtension
    final MadoguchiServer server =
            new MadoguchiServer().with("MADOGUCHI_STREAM_HEARTBEAT", "500ms").with("MADOGUCHI_HTTP_IDLE", "20s");

    /** Where a server answers, in this process or in one of its own. */
    private record Place(String url, String managementUrl) {

        Caller caller() {
            return new Caller(url);
        }

        String ready() {
            return new Caller(managementUrl).get("/health/ready").json().getString("status");
        }

        Caller.Answer join() {
            return caller().post(DESK + "/tickets", new JsonObject().put("language", "ja"));
        }

        /** The journal may have some room left from before. */
        Caller.Answer joinUntilRefused() {
            Caller.Answer answer = join();
            for (int i = 0; i < 190 && answer.status() == 201; i++) {
                answer = join();
            }
            return answer;
        }
    }

    private Place here() {
        return new Place(server.url(), server.managementUrl());
    }

    /** Something that keeps the journal from writing, and its cure. */
    private interface Trouble {
        void begin() throws IOException;

        void end() throws IOException;
    }

    @Test
    void journal_thatIsMovedAway_refusesJoinsUntilItIsBack() throws IOException {
        Path file = server.folder().resolve("data/madoguchi.db");
        Path away = server.folder().resolve("away.db");
        assertHeldUntilCured(here(), new Trouble() {
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
            assertHeldUntilCured(here(), new Trouble() {
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

    @Test
    void file_thatHasBecomeReadOnly_refusesJoinsUntilItMayBeWritten() throws IOException {
        server.stop();
        Path data = server.folder().resolve("data");
        Map<String, String> beats = Map.of("MADOGUCHI_STREAM_HEARTBEAT", "500ms");
        try (ServerProcess bound =
                ServerProcess.behind(FileModes.binding(), data, beats, List.of("-XX:TieredStopAtLevel=1"), List.of())) {
            Place there = new Place(bound.publicUrl(), bound.managementUrl());
            assertHeldUntilCured(there, new Trouble() {
                @Override
                public void begin() throws IOException {
                    FileModes.set(data, "r--------");
                    FileModes.whileWritesFail(bound.pid(), there::joinUntilRefused);
                    bound.awaitLog("attempt to write a readonly database");
                }

                @Override
                public void end() throws IOException {
                    FileModes.set(data, "rw-------");
                }
            });
            assertThat(bound.terminate()).isZero();
        }
    }

    private static void assertHeldUntilCured(Place place, Trouble trouble) throws IOException {
        Caller caller = place.caller();
        caller.join("helpdesk");
        try (EventReader desk = place.caller().stream(DESK + "/stream");
                EventReader own = caller.stream("/api/v1/ticket/stream")) {
            desk.await("desk", picture -> picture.getString("state").equals("open"));
            own.await("ticket");
            trouble.begin();

            Caller.Answer refused = place.joinUntilRefused();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().getString("type")).isEqualTo("/problems/journal-unavailable");
            assertThat(refused.response().headers().firstValueAsLong("Retry-After"))
                    .isPresent();
            desk.await("desk", picture -> picture.getString("state").equals("paused"));
            assertThat(caller.get(DESK).json().getString("state")).isEqualTo("paused");
            own.await("desk", picture -> picture.getString("state").equals("paused"));
            own.await("desk", picture -> picture.getString("state").equals("paused"));
            assertThat(place.ready()).isEqualTo("DOWN");

            trouble.end();
            desk.await("desk", picture -> picture.getString("state").equals("open"));
            assertThat(place.join().status()).isEqualTo(201);
            own.await("ticket", ticket -> ticket.getInteger("position") == 1);
            assertThat(place.ready()).isEqualTo("UP");
        }
    }
}
