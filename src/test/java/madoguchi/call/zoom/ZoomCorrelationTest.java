package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import madoguchi.http.Caller;
import madoguchi.simulator.Account;
import madoguchi.simulator.Switch;
import org.junit.jupiter.api.Test;

/** Which engagement carries which ticket: what the page, the log of variables and the flow's script say of it. */
class ZoomCorrelationTest extends ZoomDeskCase {

    @Test
    void page_thatNamesAnEngagementOfAnother_isNotBelieved() {
        zoom.ready("sato");
        zoom.ready("suzuki");
        try (ZoomCaller caller = join("ja");
                ZoomCaller other = join("ja")) {
            String engagement = inZoom(caller);
            other.handOff();
            other.started(engagement);
            zoom.answer("sato");
            zoom.hangUp("sato");
            caller.await("in-call");
            assertThat(other.caller.get("/api/v1/ticket").json().getString("state"))
                    .isEqualTo("handed-off");
        }
    }

    @Test
    void variable_thatIsLoggedLate_isWaitedFor() {
        zoom.turn(Switch.LOGS_AFTER, 2_000);
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            inZoom(caller);
            zoom.answer("sato");
            caller.await("in-call");
        }
    }

    @Test
    void page_thatKnowsNoEngagement_isFoundByItsVariable() {
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            zoom.call("entry-ja", caller.handOff().getString("reference"));
            caller.report(new JsonObject().put("event", "started"));
            zoom.answer("sato");
            caller.await("in-call");
        }
    }

    @Test
    void flowScript_linksTicketAndEngagement() {
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            caller.handOff();
            String engagement = zoom.call("entry-ja", "");
            JsonObject link = new JsonObject().put("ticket", caller.reference).put("engagement", engagement);
            Caller stranger = server.caller().with("Authorization", "Bearer guessed");
            assertThat(stranger.post("/webhooks/zoom/flow", link).status()).isEqualTo(401);
            Caller script = server.caller().with("Authorization", "Bearer " + Account.FLOW_SECRET);
            assertThat(script.post("/webhooks/zoom/flow", link.copy().put("ticket", "0000000"))
                            .status())
                    .isEqualTo(404);
            assertThat(script.post("/webhooks/zoom/flow", link).status()).isEqualTo(204);
            zoom.answer("sato");
            caller.await("in-call");
        }
    }

    @Test
    void page_thatSaysThatSomebodyAnswered_isNotBelieved() {
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            inZoom(caller);
            caller.report(new JsonObject().put("event", "connected"));
            assertThat(caller.caller.get("/api/v1/ticket").json().getString("state"))
                    .isEqualTo("handed-off");
        }
    }
}
