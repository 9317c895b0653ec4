package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Predicate;
import madoguchi.http.EventReader;
import madoguchi.simulator.Switch;
import org.junit.jupiter.api.Test;

/** What Zoom tells of a call after its end: the ticket counts as it was, not as it looked. */
class ZoomLateTest extends ZoomDeskCase {

    private static Predicate<JsonObject> outcome(String outcome) {
        return ticket -> ticket.getString("state").equals("ended") && outcome.equals(ticket.getString("outcome"));
    }

    private void end(ZoomCaller caller, String disposition) {
        zoom.advance(Duration.ofSeconds(30));
        zoom.hangUp("sato");
        caller.report(new JsonObject().put("event", "ended"));
        zoom.wrapUpDone("sato", disposition);
    }

    private void assertServed(int calls) {
        try (EventReader board = server.operator().stream("/api/v1/operator/stream")) {
            JsonObject today = board.await(
                            "board", any -> any.getJsonObject("today").getInteger("served") == calls)
                    .getJsonObject("today");
            assertThat(today.getInteger("abandoned")).isZero();
        }
    }

    @Test
    void callOverBeforeItsEngagementIsFound_isServedWithItsOutcome() {
        zoom.turn(Switch.LOGS_AFTER, 600_000).turn(Switch.RECORD_AFTER, 0);
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            inZoom(caller);
            zoom.answer("sato");
            end(caller, "Form");
            caller.events.await("ticket", outcome("left"));
            zoom.turn(Switch.LOGS_AFTER, 0);
            caller.events.await("ticket", outcome("follow-up"));
            assertServed(1);
        }
    }

    @Test
    void callOfWhichNoEventCame_isServedByItsRecord() {
        zoom.turn(Switch.RECORD_AFTER, 0);
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            inZoom(caller);
            zoom.settle();
            zoom.turn(Switch.WEBHOOKS, false);
            zoom.answer("sato");
            end(caller, "Form");
            caller.events.await("ticket", outcome("follow-up"));
            assertServed(1);
        }
    }

    @Test
    void answerToldLongAfterTheEnd_leavesNoAbandonedCall() {
        zoom.turn(Switch.WEBHOOK_LOST, "engagement_user_answered").turn(Switch.TASK_EVENTS, false);
        zoom.turn(Switch.RECORD_AFTER, 600_000);
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            String engagement = inZoom(caller);
            zoom.answer("sato");
            zoom.advance(Duration.ofSeconds(30));
            zoom.hangUp("sato");
            caller.events.await("ticket", outcome("abandoned"));
            zoom.turn(Switch.WEBHOOK_LOST, "");
            zoom.send(
                    "contact_center.engagement_user_answered",
                    new JsonObject().put("engagement_id", engagement).put("user_id", "user-sato"));
            caller.events.await("ticket", outcome("solved"));
            assertServed(1);
        }
    }

    @Test
    void outcomeThatOnlyTheRecordNames_whenTheAgentIsReadyAgain_isNotLost() {
        zoom.turn(Switch.WEBHOOK_BARE, true).turn(Switch.RECORD_AFTER, 600_000);
        zoom.ready("sato");
        try (ZoomCaller caller = join("ja")) {
            inZoom(caller);
            zoom.answer("sato");
            caller.await("in-call");
            zoom.hangUp("sato");
            zoom.wrapUpDone("sato", "Form");
            caller.events.await("ticket", outcome("solved"));
            zoom.turn(Switch.RECORD_AFTER, 0);
            caller.events.await("ticket", outcome("follow-up"));
        }
    }
}
