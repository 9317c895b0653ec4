package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.function.Predicate;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;
import madoguchi.http.EventReader;
import madoguchi.simulator.Account;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A desk whose calls the simulated Zoom carries, from the join to the outcome. */
class ZoomDeskTest {

    private static final String DESK = "/api/v1/desks/helpdesk";

    @RegisterExtension
    final ZoomSimulator zoom = new ZoomSimulator();

    @RegisterExtension
    final MadoguchiServer server =
            new MadoguchiServer().with("MADOGUCHI_STREAM_HEARTBEAT", "500ms").withFile(ZoomDeskFile.of(zoom));

    @BeforeEach
    void register() {
        zoom.webhooksTo(server.url() + "/webhooks/zoom");
    }

    private void awaitDesk(Predicate<JsonObject> wanted) {
        try (EventReader desk = server.caller().stream(DESK + "/stream")) {
            desk.await("desk", wanted);
        }
    }

    private static Predicate<JsonObject> available(int operators) {
        return desk -> desk.getString("state").equals("open")
                && desk.getJsonObject("operators").getInteger("available") == operators;
    }

    private ZoomCaller join(String language) {
        return ZoomCaller.join(server.caller(), language);
    }

    /** Handed off, and waiting in Zoom. @return the engagement */
    private String inZoom(ZoomCaller caller) {
        JsonObject handOff = caller.handOff();
        String entry = handOff.getJsonObject("zoom").getString("entry");
        String engagement = zoom.call(entry, handOff.getString("reference"));
        caller.started(engagement);
        return engagement;
    }

    @Test
    void handOff_tellsThePageWhatZoomNeeds() {
        zoom.ready("smith");
        try (ZoomCaller caller = join("en")) {
            JsonObject handOff = caller.handOff();
            assertThat(handOff.getString("provider")).isEqualTo("zoom");
            assertThat(handOff.getString("page")).isEqualTo("/call/helpdesk");
            assertThat(handOff.getString("reference")).isEqualTo(caller.reference);
            assertThat(handOff.getJsonObject("zoom"))
                    .isEqualTo(new JsonObject()
                            .put("environment", "us01")
                            .put("script", "https://us01ccistatic.zoom.us/us01cci/web-sdk/video-client.js")
                            .put("entry", "entry-en")
                            .put(
                                    "data",
                                    new JsonObject().put("key", "madoguchi").put("path", "ticket"))
                            .put("loadWithin", 20)
                            .put("rejoin", 120));
        }
    }

    @Test
    void call_isAnsweredAndEndedAsZoomSays() {
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            inZoom(caller);
            zoom.answer("sato");
            caller.await("in-call");
            zoom.hangUp("sato");
            zoom.wrapUpDone("sato", "Form");
            assertThat(caller.await("ended").getString("outcome")).isEqualTo("follow-up");
        }
        awaitDesk(available(1));
    }

    @Test
    void call_answeredByAnotherAgent_freesTheReservedOne() {
        zoom.ready("suzuki");
        try (ZoomCaller first = join("ja")) {
            inZoom(first);
            awaitDesk(available(0));
            zoom.ready("sato");
            awaitDesk(available(1));
            zoom.reject("suzuki");
            zoom.answer("sato");
            first.await("in-call");
            zoom.ready("suzuki");
            awaitDesk(available(1));
            try (ZoomCaller second = join("en")) {
                inZoom(second);
                zoom.answer("suzuki");
                second.await("in-call");
            }
        }
    }

    @Test
    void agentWhomZoomRingsInsteadOfTheReservedOne_sendsNobodyBack() {
        zoom.ready("suzuki");
        awaitDesk(available(1));
        try (ZoomCaller first = join("ja")) {
            JsonObject handOff = first.handOff();
            zoom.ready("sato");
            awaitDesk(available(1));
            try (ZoomCaller second = join("ja")) {
                second.await("called");
                zoom.notReady("suzuki");
                String engagement = zoom.call("entry-ja", handOff.getString("reference"));
                first.started(engagement);
                zoom.answer("sato");
                first.await("in-call");
                zoom.ready("suzuki");
                inZoom(second);
                zoom.answer("suzuki");
                second.await("in-call");
            }
        }
    }

    @Test
    void caller_whoGivesUpInZoom_isAbandoned() {
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            zoom.callerEnds(inZoom(caller));
            assertThat(caller.await("ended").getString("outcome")).isEqualTo("abandoned");
        }
        awaitDesk(available(1));
    }

    @Test
    void events_doubledAndShuffled_leadToTheSameEnd() {
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            inZoom(caller);
            zoom.turn(Switch.WEBHOOK_TWICE, true).turn(Switch.WEBHOOK_SHUFFLE, 40);
            zoom.answer("sato");
            zoom.hangUp("sato");
            zoom.settle();
            caller.await("in-call");
            zoom.turn(Switch.WEBHOOK_SHUFFLE, 0);
            zoom.wrapUpDone("sato", "Form");
            assertThat(caller.await("ended").getString("outcome")).isEqualTo("follow-up");
        }
    }

    @Test
    void events_withNothingButWhatMayBeReliedOn_areEnough() {
        zoom.turn(Switch.WEBHOOK_BARE, true).turn(Switch.TASK_EVENTS, false);
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            inZoom(caller);
            zoom.answer("sato");
            caller.await("in-call");
            zoom.hangUp("sato");
            zoom.wrapUpDone("sato", null);
            assertThat(caller.await("ended").getString("outcome")).isEqualTo("solved");
        }
    }

    @Test
    void call_withoutAnyWebhookOfItsEnd_endsByTheAgentsStatus() {
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            inZoom(caller);
            zoom.answer("sato");
            caller.await("in-call");
            zoom.settle();
            zoom.turn(Switch.WEBHOOKS, false);
            zoom.hangUp("sato");
            zoom.wrapUpDone("sato", null);
            assertThat(caller.await("ended").getString("outcome")).isEqualTo("solved");
        }
    }

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
    void agent_isFree_onlyWhenReadyAndOptedInAndActive() {
        zoom.ready("sato");
        awaitDesk(available(1));
        zoom.opt("sato", "ccq-ja", false);
        awaitDesk(available(0));
        zoom.opt("sato", "ccq-ja", true);
        awaitDesk(available(1));
        zoom.active("sato", false);
        awaitDesk(available(0));
    }

    @Test
    void desk_withoutNewsFromZoom_isUnknownAndCallsNobodyNew() {
        zoom.ready("sato");
        awaitDesk(available(1));
        zoom.turn(Switch.API_STATUS, 503);
        awaitDesk(desk -> desk.getString("state").equals("unknown"));
        try (ZoomCaller caller = join("ja")) {
            caller.events.await("ticket", ticket -> ticket.getValue("wait") == null);
            assertThat(caller.caller.get("/api/v1/ticket").json().getString("state"))
                    .isEqualTo("waiting");
            zoom.turn(Switch.API_STATUS, 0);
            caller.await("called");
        }
    }

    @Test
    void webhook_isAnsweredBeforeTheWorkIsDone() {
        zoom.turn(Switch.API_DELAY, 600_000);
        zoom.ready("sato");
        zoom.settle();
        assertThat(zoom.deliveries()).isNotEmpty().allMatch(delivery -> delivery.status() == 204);
    }

    @Test
    void registration_isAnsweredWithTheSecret() {
        assertThat(zoom.validate()).isTrue();
    }

    @Test
    void webhooks_thatAreNotZooms_areRefused() {
        zoom.turn(Switch.WEBHOOK_FORGED, true);
        zoom.ready("sato");
        zoom.settle();
        zoom.turn(Switch.WEBHOOK_FORGED, false).turn(Switch.WEBHOOK_AGE, 400_000);
        zoom.ready("smith");
        zoom.settle();
        assertThat(zoom.deliveries()).hasSize(2).allMatch(delivery -> delivery.status() == 401);
        zoom.turn(Switch.WEBHOOK_AGE, 0).turn(Switch.WEBHOOK_OLD_SECRET, true);
        zoom.ready("suzuki");
        zoom.settle();
        assertThat(zoom.deliveries().get(2).status()).isEqualTo(204);
    }
}
