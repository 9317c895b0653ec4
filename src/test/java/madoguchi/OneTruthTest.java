package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import madoguchi.http.Caller;
import madoguchi.http.EventReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the line and to the server, in the end everybody looks at the same line, and no move is unexplained. */
class OneTruthTest {

    private static final int CALLERS = 8;
    private static final int MOVES = 25;

    @TempDir
    Path folder;

    private final Random random = new Random(20261124);
    private final List<Caller> callers = new ArrayList<>();
    private Caller operator = new Caller("");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("desk.yaml"), """
                stream: {heartbeat: 500ms}
                desks: {helpdesk: {name: {ja: 窓口, en: Desk}, calling: manual}}
                """);
    }

    private ServerProcess start() {
        return ServerProcess.run(
                folder.resolve("data"),
                Map.of(),
                List.of("-XX:TieredStopAtLevel=1"),
                List.of(folder.resolve("desk.yaml").toString()));
    }

    @Test
    void everybody_afterMovesAKillAndMoves_seesTheSameLine() {
        try (ServerProcess server = start()) {
            operator = new Caller(server.publicUrl());
            operator.signIn(server.signInLink());
            IntStream.range(0, CALLERS).forEach(i -> join(server.publicUrl()));
            moveAndCompare(server.publicUrl());
            server.kill();
        }
        try (ServerProcess server = start()) {
            String url = server.publicUrl();
            operator = operator.at(url).replacing("Origin", url);
            callers.replaceAll(caller -> caller.at(url));
            moveAndCompare(url);
        }
    }

    private void join(String url) {
        Caller caller = new Caller(url);
        caller.join("helpdesk");
        callers.add(caller);
    }

    private void moveAndCompare(String url) {
        List<EventReader> streams = callers.stream()
                .map(caller -> caller.stream("/api/v1/ticket/stream"))
                .toList();
        try (EventReader desk = new Caller(url).stream("/api/v1/desks/helpdesk/stream");
                EventReader console = operator.stream("/api/v1/operator/stream")) {
            assertThat(operator.put("/api/v1/operator/status", new JsonObject().put("status", "available"))
                            .status())
                    .isEqualTo(200);
            IntStream.range(0, MOVES).forEach(i -> move());
            Instant still =
                    Instant.parse(callers.get(0).get("/api/v1/ticket").json().getString("at"));
            List<String> line = line();
            for (int i = 0; i < streams.size(); i++) {
                JsonObject own = ticket(callers.get(i));
                JsonObject shown = streams.get(i).await("ticket", later(still));
                assertThat(shown.getInteger("position")).isEqualTo(own.getInteger("position"));
                assertThat(line.get(shown.getInteger("position") - 1)).isEqualTo(own.getString("id"));
                assertNoMoveIsUnexplained(streams.get(i).seen("ticket"));
            }
            assertThat(desk.await("desk", later(still)).getInteger("waiting")).isEqualTo(line.size());
            assertThat(console.await("board", later(still)).getInteger("waiting"))
                    .isEqualTo(line.size());
            callTheLastToTheFront(line, streams);
        } finally {
            streams.forEach(EventReader::close);
        }
    }

    private static Predicate<JsonObject> later(Instant than) {
        return event -> !Instant.parse(event.getString("at")).isBefore(than);
    }

    private static JsonObject ticket(Caller caller) {
        return caller.get("/api/v1/ticket").json();
    }

    /** Everybody's id, in the order of the positions. */
    private List<String> line() {
        List<JsonObject> tickets = callers.stream().map(OneTruthTest::ticket).toList();
        assertThat(tickets)
                .extracting(ticket -> ticket.getInteger("position"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, tickets.size()).boxed().toList());
        return tickets.stream()
                .sorted((one, other) -> Integer.compare(one.getInteger("position"), other.getInteger("position")))
                .map(ticket -> ticket.getString("id"))
                .toList();
    }

    /** Now that all have seen their place, everybody before the last must see that they moved by one, and be told so. */
    private void callTheLastToTheFront(List<String> line, List<EventReader> streams) {
        String last = line.get(line.size() - 1);
        call(last);
        putBack(last);
        for (EventReader stream : streams) {
            if (!stream.seen("ticket").get(0).getString("id").equals(last)) {
                JsonObject moved = stream.await("ticket", event -> event.containsKey("moved"));
                assertThat(moved.getJsonObject("moved").getInteger("by")).isEqualTo(1);
            }
        }
    }

    /** Somebody is called and put back to the front, by the operator or by a call that failed. */
    private void move() {
        Caller caller = callers.get(random.nextInt(callers.size()));
        String id = ticket(caller).getString("id");
        call(id);
        if (random.nextBoolean()) {
            putBack(id);
        } else {
            caller.put("/api/v1/ticket/microphone", new JsonObject().put("result", "passed"));
            assertThat(caller.post("/api/v1/ticket/handoff").status()).isEqualTo(200);
            JsonObject failed = new JsonObject().put("event", "failed");
            assertThat(caller.post("/api/v1/ticket/call-events", failed).status())
                    .isLessThan(300);
        }
    }

    private void call(String id) {
        JsonObject call = operator.post("/api/v1/operator/next", new JsonObject().put("ticket", id))
                .json();
        assertThat(call.getString("status")).isEqualTo("ringing");
    }

    private void putBack(String id) {
        assertThat(operator.post("/api/v1/operator/calls/" + id + "/return").status())
                .isEqualTo(200);
    }

    /** A position grows only where the event says so. */
    private static void assertNoMoveIsUnexplained(List<JsonObject> events) {
        int before = 0;
        for (JsonObject event : events) {
            int position = event.getInteger("position", 0);
            if (before > 0 && position > before) {
                assertThat(event.getJsonObject("moved").getInteger("by")).isEqualTo(position - before);
            }
            before = position;
        }
    }
}
