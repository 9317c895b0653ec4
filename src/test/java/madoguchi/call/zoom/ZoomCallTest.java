package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import madoguchi.simulator.Switch;
import org.junit.jupiter.api.Test;

/** A call that Zoom carries, from the join to the outcome. */
class ZoomCallTest extends ZoomDeskCase {

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
}
