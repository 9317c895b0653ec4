package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;
import madoguchi.http.EventReader;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomDeskFile;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An account without webhooks: with {@code answeredBy: browser} the caller's page is believed that an agent has come. */
class ZoomPageWordTest {

    private static final JsonObject CONNECTED = new JsonObject().put("event", "connected");

    @RegisterExtension
    final ZoomSimulator zoom = new ZoomSimulator();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer()
            .with("MADOGUCHI_STREAM_HEARTBEAT", "500ms")
            .with("MADOGUCHI_CALL_ZOOM_ANSWEREDBY", "browser")
            .withFile(ZoomDeskFile.of(zoom));

    private static void awaitAvailable(Caller anybody, int operators) {
        try (EventReader desk = anybody.stream("/api/v1/desks/helpdesk/stream")) {
            desk.await("desk", picture -> picture.getJsonObject("operators").getInteger("available") == operators);
        }
    }

    @Test
    void call_isAnsweredByThePagesWord_andGetsItsOutcomeFromTheRecord() {
        zoom.turn(Switch.RECORD_AFTER, 0);
        zoom.ready("sato");
        try (ZoomCaller caller = ZoomCaller.join(server.caller(), "ja")) {
            caller.goInto(zoom);
            zoom.answer("sato");
            caller.report(CONNECTED);
            caller.await("in-call");
            zoom.advance(Duration.ofSeconds(30));
            zoom.hangUp("sato");
            caller.report(new JsonObject().put("event", "ended"));
            zoom.wrapUpDone("sato", "Form");
            caller.events.await("ticket", ticket -> "follow-up".equals(ticket.getString("outcome")));
        }
        awaitAvailable(server.caller(), 1);
    }

    @Test
    void call_thatAnotherAgentAnswered_outlastsTheReservedOnesReadiness() {
        zoom.ready("suzuki");
        try (ZoomCaller caller = ZoomCaller.join(server.caller(), "ja")) {
            caller.goInto(zoom);
            zoom.ready("sato");
            zoom.reject("suzuki");
            zoom.answer("sato");
            caller.report(CONNECTED);
            caller.await("in-call");
            zoom.ready("suzuki");
            zoom.ready("smith");
            awaitAvailable(server.caller(), 1);
            assertThat(caller.caller.get("/api/v1/ticket").json().getString("state"))
                    .isEqualTo("in-call");
        }
    }
}
