package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import madoguchi.desk.ConsentId;
import madoguchi.desk.Event;
import madoguchi.desk.TicketId;
import madoguchi.http.Caller;
import madoguchi.http.EventReader;
import madoguchi.journal.Journal;
import madoguchi.journal.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a server has written, read by somebody else; and what it does when somebody else has written. */
class JournalOfAVisitTest {

    private static final String DESK = "helpdesk";

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer();

    private final Vertx vertx = Vertx.vertx();
    private SqliteStore beside;

    @BeforeEach
    void open() {
        beside = SqliteStore.openBeside(vertx, server.folder().resolve("data")).await();
    }

    @AfterEach
    void close() {
        beside.close().await();
        vertx.close().await();
    }

    private List<Journal.Recorded> written() {
        return beside.journal().read(DESK, 0, 10_000).await();
    }

    private static String id(JsonObject joined) {
        return joined.getJsonObject("ticket").getString("id");
    }

    @Test
    void join_whenAnotherHasAppendedMeanwhile_isDecidedAgainBehindThat() {
        Caller first = server.caller();
        first.join(DESK);
        Event foreign =
                new Event.Joined(Instant.now(), TicketId.random(new Random(7)), "ja", null, null, null, 1, null);
        beside.journal().append(DESK, written().size(), List.of(foreign)).await();

        Caller third = server.caller();
        JsonObject joined = third.join(DESK);

        assertThat(joined.getJsonObject("ticket").getInteger("position")).isEqualTo(3);
        List<Journal.Recorded> all = written();
        assertThat(all).extracting(Journal.Recorded::version).isSorted().doesNotHaveDuplicates();
        assertThat(all.stream().map(Journal.Recorded::event).filter(Event.Joined.class::isInstance))
                .extracting(event -> ((Event.Joined) event).ahead())
                .containsExactly(0, 1, 2);
        try (EventReader own = first.stream("/api/v1/ticket/stream")) {
            own.await("desk", desk -> desk.getInteger("waiting") == 3);
        }
    }

    @Test
    void consent_askedAndAnswered_isInTheJournal() {
        Caller operator = server.operator();
        Caller caller = server.caller();
        String id = id(caller.join(DESK));
        caller.put("/api/v1/ticket/microphone", new JsonObject().put("result", "passed"));
        operator.put("/api/v1/operator/status", new JsonObject().put("status", "available"));
        caller.post("/api/v1/ticket/handoff");
        operator.post("/api/v1/operator/calls/" + id + "/answer");
        String granted = ask(operator, caller, id, true);
        String refused = ask(operator, caller, id, false);

        List<Event> events = written().stream().map(Journal.Recorded::event).toList();
        for (String consent : List.of(granted, refused)) {
            assertThat(events)
                    .anyMatch(event -> event instanceof Event.ConsentAsked asked
                            && asked.ticket().value().equals(id)
                            && asked.consent().value().equals(consent));
        }
        assertThat(events)
                .filteredOn(Event.ConsentAnswered.class::isInstance)
                .extracting(
                        event -> ((Event.ConsentAnswered) event).consent(),
                        event -> ((Event.ConsentAnswered) event).granted())
                .containsExactly(tuple(new ConsentId(granted), true), tuple(new ConsentId(refused), false));
    }

    private static String ask(Caller operator, Caller caller, String id, boolean answer) {
        String consent = operator.post("/api/v1/operator/calls/" + id + "/consents")
                .json()
                .getString("consent");
        assertThat(caller.post("/api/v1/ticket/consents/" + consent, new JsonObject().put("granted", answer))
                        .status())
                .isEqualTo(204);
        return consent;
    }
}
