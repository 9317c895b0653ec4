package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import madoguchi.http.EventReader;
import madoguchi.simulator.Switch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The button on the site and the operators' console count the same people, whatever Zoom's agents and the callers do. */
class ZoomCountsTest extends ZoomDeskCase {

    private final List<ZoomCaller> callers = new ArrayList<>();
    private EventReader button;
    private EventReader console;

    /** What both of them know. */
    private record Counts(String state, int waiting, int available, int busy) {

        static Counts ofButton(JsonObject desk) {
            JsonObject operators = desk.getJsonObject("operators");
            return new Counts(
                    desk.getString("state"),
                    desk.getInteger("waiting"),
                    operators.getInteger("available"),
                    operators.getInteger("busy"));
        }

        static Counts ofConsole(JsonObject board) {
            JsonObject counts = board.getJsonObject("counts");
            int busy = counts.getInteger("ringing")
                    + counts.getInteger("onCall")
                    + counts.getInteger("wrapUp")
                    + counts.getInteger("occupied");
            return new Counts(
                    board.getString("state"), board.getInteger("waiting"), counts.getInteger("available"), busy);
        }
    }

    @BeforeEach
    void watch() {
        button = server.caller().stream("/api/v1/desks/helpdesk/stream");
        console = server.operator().stream("/api/v1/operator/stream");
    }

    @AfterEach
    void close() {
        callers.forEach(ZoomCaller::close);
        button.close();
        console.close();
    }

    private ZoomCaller caller(String language) {
        ZoomCaller caller = join(language);
        callers.add(caller);
        return caller;
    }

    /** The stream of each, and what the button's page asks for where it has no stream. */
    private void assertBothCount(Counts counts) {
        button.await("desk", desk -> Counts.ofButton(desk).equals(counts));
        JsonObject board =
                console.await("board", picture -> Counts.ofConsole(picture).equals(counts));
        assertThat(board.getJsonArray("line")).hasSize(counts.waiting());
        assertThat(Counts.ofButton(server.caller().get("/api/v1/desks/helpdesk").json()))
                .isEqualTo(counts);
    }

    @Test
    void buttonAndConsole_throughoutTheDay_countTheSame() {
        assertBothCount(new Counts("open", 0, 0, 0));
        zoom.ready("sato");
        zoom.ready("smith");
        assertBothCount(new Counts("open", 0, 2, 0));

        ZoomCaller talks = caller("ja");
        inZoom(talks);
        assertBothCount(new Counts("open", 0, 1, 1));
        zoom.answer("sato");
        talks.await("in-call");
        caller("ja");
        caller("ja");
        ZoomCaller leaves = caller("ja");
        assertBothCount(new Counts("open", 3, 1, 1));

        leaves.caller.delete("/api/v1/ticket");
        zoom.notReady("smith");
        assertBothCount(new Counts("open", 2, 0, 1));
        zoom.hangUp("sato");
        zoom.wrapUpDone("sato", null);
        talks.await("ended");
        assertBothCount(new Counts("open", 1, 0, 1));
    }

    @Test
    void zoomOutOfSight_isUnknownToBoth_andTheLineIsStillCounted() {
        zoom.ready("sato");
        assertBothCount(new Counts("open", 0, 1, 0));

        zoom.turn(Switch.API_STATUS, 503).turn(Switch.WEBHOOKS, false);
        assertBothCount(new Counts("unknown", 0, 1, 0));
        caller("ja");
        caller("en");
        assertBothCount(new Counts("unknown", 2, 1, 0));

        zoom.turn(Switch.API_STATUS, 0);
        assertBothCount(new Counts("open", 1, 0, 1));
    }
}
