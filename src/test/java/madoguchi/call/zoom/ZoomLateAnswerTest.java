package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomDeskFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Zoom tells of an answer only when the desk has given up waiting for one, and has taken the caller back to the front. */
class ZoomLateAnswerTest extends ZoomDeskCase {

    ZoomLateAnswerTest() {
        server.withFile(ZoomDeskFile.of(zoom, "answerWithin: 4s"));
    }

    @BeforeEach
    void tellNobodyWhoAnswers() {
        zoom.turn(Switch.WEBHOOK_LOST, "engagement_user_answered").turn(Switch.TASK_EVENTS, false);
        zoom.ready("sato");
    }

    private void tell(String engagement) {
        zoom.turn(Switch.WEBHOOK_LOST, "");
        zoom.send(
                "contact_center.engagement_user_answered",
                new JsonObject().put("engagement_id", engagement).put("user_id", "user-sato"));
        zoom.settle();
    }

    /** Talks in Zoom, and is not known to. @return the engagement */
    private String takenBack(ZoomCaller caller) {
        String engagement = inZoom(caller);
        zoom.answer("sato");
        caller.await("waiting");
        return engagement;
    }

    @Test
    void callerWhoTalks_isInTheCall_andGetsItsOutcome() {
        try (ZoomCaller caller = join("ja")) {
            tell(takenBack(caller));
            caller.await("in-call");
            zoom.hangUp("sato");
            zoom.wrapUpDone("sato", "Form");
            assertThat(caller.await("ended").getString("outcome")).isEqualTo("follow-up");
        }
    }

    @Test
    void callerWhoTalks_andIsCalledAgain_isInTheCall_andTheOtherAgentFree() {
        try (ZoomCaller caller = join("ja")) {
            String engagement = takenBack(caller);
            zoom.ready("suzuki");
            caller.await("called");
            tell(engagement);
            caller.await("in-call");
            awaitDesk(available(1));
        }
    }

    @Test
    void callWithItsEndToldFirst_isServedAllTheSame() {
        zoom.turn(Switch.RECORD_AFTER, 600_000);
        try (ZoomCaller caller = join("ja")) {
            String engagement = takenBack(caller);
            zoom.hangUp("sato");
            zoom.settle();
            tell(engagement);
            zoom.wrapUpDone("sato", "Form");
            caller.events.await("ticket", ticket -> "follow-up".equals(ticket.getString("outcome")));
        }
    }

    @Test
    void callerWhosePageHasLeftZoom_isNotInTheCallThatCameTooLate() {
        try (ZoomCaller caller = join("ja")) {
            String engagement = takenBack(caller);
            caller.fail();
            tell(engagement);
            zoom.hangUp("sato");
            zoom.settle();
            zoom.ready("suzuki");
            inZoom(caller);
            zoom.answer("suzuki");
            caller.await("in-call");
        }
    }
}
