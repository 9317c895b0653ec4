package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole story over the wire: a caller and an operator with nothing but an HTTP client each. */
class StoryTest {

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().fromNoon();

    private static JsonObject status(String status) {
        return new JsonObject().put("status", status);
    }

    @Test
    void caller_joinsWaitsIsCalledAndTalks_andTheOperatorNamesTheOutcome() {
        Caller operator = server.operator();
        Caller caller = server.caller();
        String reference = caller.join("helpdesk").getJsonObject("ticket").getString("reference");
        try (EventReader waiting = caller.stream("/api/v1/ticket/stream");
                EventReader console = operator.stream("/api/v1/operator/stream")) {
            assertThat(waiting.await("ticket").getInteger("position")).isEqualTo(1);
            assertThat(console.await("board", board -> board.getInteger("waiting") == 1)
                            .getJsonArray("line")
                            .getJsonObject(0)
                            .getString("reference"))
                    .isEqualTo(reference);

            caller.put("/api/v1/ticket/microphone", new JsonObject().put("result", "passed"));
            operator.put("/api/v1/operator/status", status("available"));
            JsonObject called =
                    waiting.await("ticket", ticket -> ticket.getString("state").equals("called"));
            assertThat(called.getString("until")).isNotNull();
            assertThat(called.getInteger("extensions")).isEqualTo(10);
            console.await("call", call -> call.getString("status").equals("ringing"));

            JsonObject handOff = caller.post("/api/v1/ticket/handoff").json();
            assertThat(handOff.getString("page")).isEqualTo("/call/helpdesk");
            waiting.await("ticket", ticket -> ticket.getString("state").equals("handed-off"));
            String id = handOff.getString("ticket");

            assertThat(operator.post("/api/v1/operator/calls/" + id + "/answer").status())
                    .isEqualTo(200);
            waiting.await("ticket", ticket -> ticket.getString("state").equals("in-call"));
            JsonObject ended = operator.post(
                            "/api/v1/operator/calls/" + id + "/outcome", new JsonObject().put("outcome", "solved"))
                    .json();
            assertThat(ended.getString("status")).isEqualTo("wrap-up");
            JsonObject end =
                    waiting.await("ticket", ticket -> ticket.getString("state").equals("ended"));
            assertThat(end.getString("outcome")).isEqualTo("solved");
            JsonObject board =
                    console.await("board", b -> b.getJsonObject("today").getInteger("served") == 1);
            assertThat(board.getInteger("waiting")).isZero();
        }
        assertThat(caller.post("/api/v1/ticket/feedback", new JsonObject().put("helped", "yes"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void position_whenSomebodyAheadLeaves_falls() {
        Caller first = server.caller();
        Caller second = server.caller();
        first.join("helpdesk");
        second.join("helpdesk");
        try (EventReader waiting = second.stream("/api/v1/ticket/stream")) {
            waiting.await("ticket", ticket -> ticket.getInteger("position") == 2);
            assertThat(first.delete("/api/v1/ticket").status()).isEqualTo(204);
            waiting.await("ticket", ticket -> ticket.getInteger("position") == 1);
        }
    }

    @Test
    void handOff_withoutAMicrophoneCheck_isRefused() {
        Caller operator = server.operator();
        Caller caller = server.caller();
        caller.join("helpdesk");
        operator.put("/api/v1/operator/status", status("available"));
        caller.get("/api/v1/ticket");

        Caller.Answer refused = caller.post("/api/v1/ticket/handoff");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getString("type")).endsWith("microphone-check-required");
    }

    @Test
    void join_withTheSameDevice_returnsTheSameTicket() {
        JsonObject body = new JsonObject().put("language", "en").put("device", "a-device-key-of-this-browser");
        String first =
                server.caller().join("helpdesk", body).getJsonObject("ticket").getString("id");
        String again =
                server.caller().join("helpdesk", body).getJsonObject("ticket").getString("id");

        assertThat(again).isEqualTo(first);
    }

    @Test
    void join_repeatedWithTheSameIdempotencyKey_takesOnePlace() {
        JsonObject body = new JsonObject().put("language", "en");
        Caller caller = server.caller().with("Idempotency-Key", "0123456789abcdef0123");
        String first = caller.join("helpdesk", body).getJsonObject("ticket").getString("id");
        String again = caller.join("helpdesk", body).getJsonObject("ticket").getString("id");

        assertThat(again).isEqualTo(first);
        assertThat(server.caller().get("/api/v1/desks/helpdesk").json().getInteger("waiting"))
                .isOne();
    }

    @Test
    void join_inALanguageTheDeskDoesNotSpeak_namesTheField() {
        Caller.Answer refused =
                server.caller().post("/api/v1/desks/helpdesk/tickets", new JsonObject().put("language", "fr"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getString("detail")).isEqualTo("language: fr (expected: a language of this desk)");
        assertThat(refused.json().getString("reference")).hasSize(7);
    }

    @Test
    void signals_reachTheOtherEndAndNobodyElse() {
        Caller operator = server.operator();
        Caller other = server.operator();
        Caller caller = server.caller();
        String id = caller.join("helpdesk").getJsonObject("ticket").getString("id");
        caller.put("/api/v1/ticket/microphone", new JsonObject().put("result", "passed"));
        operator.put("/api/v1/operator/status", status("available"));
        caller.post("/api/v1/ticket/handoff");
        JsonObject offer = new JsonObject()
                .put("generation", 1)
                .put("description", new JsonObject().put("type", "offer").put("sdp", "v=0"))
                .put("candidates", new io.vertx.core.json.JsonArray().add(new JsonObject().put("candidate", "c1")));
        try (EventReader console = operator.stream("/api/v1/operator/stream")) {
            assertThat(caller.post("/api/v1/ticket/signals", offer).status()).isEqualTo(204);
            JsonObject signal = console.await("signal");
            assertThat(signal.getJsonObject("description").getString("sdp")).isEqualTo("v=0");
            assertThat(signal.getJsonArray("candidates")).hasSize(1);
        }
        Caller.Answer refused =
                other.post("/api/v1/operator/calls/" + id + "/signals", new JsonObject().put("generation", 1));
        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void consent_isAskedAnsweredAndSeenByBothEnds() {
        Caller operator = server.operator();
        Caller caller = server.caller();
        String id = caller.join("helpdesk").getJsonObject("ticket").getString("id");
        caller.put("/api/v1/ticket/microphone", new JsonObject().put("result", "passed"));
        operator.put("/api/v1/operator/status", status("available"));
        caller.post("/api/v1/ticket/handoff");
        operator.post("/api/v1/operator/calls/" + id + "/answer");
        try (EventReader call = caller.stream("/api/v1/ticket/stream");
                EventReader console = operator.stream("/api/v1/operator/stream")) {
            console.await("call");
            String consent = operator.post("/api/v1/operator/calls/" + id + "/consents")
                    .json()
                    .getString("consent");
            JsonObject asked = call.await("consent");
            assertThat(asked.getJsonArray("consents").getJsonObject(0).getString("id"))
                    .isEqualTo(consent);
            caller.post("/api/v1/ticket/consents/" + consent, new JsonObject().put("granted", true));
            console.await(
                    "consent",
                    c -> Boolean.TRUE.equals(
                            c.getJsonArray("consents").getJsonObject(0).getBoolean("granted")));
        }
    }

    @Test
    void supervisor_pausesTheIntake_andJoinsAreRefusedWithAReference() {
        Caller supervisor = server.operator();
        Caller visitor = server.caller();
        try (EventReader stream = visitor.stream("/api/v1/desks/helpdesk/stream")) {
            stream.await("desk", desk -> desk.getString("state").equals("open"));
            assertThat(supervisor
                            .put("/api/v1/desks/helpdesk/intake", new JsonObject().put("intake", "paused"))
                            .status())
                    .isEqualTo(204);
            stream.await("desk", desk -> desk.getString("state").equals("paused"));
        }
        Caller.Answer refused = visitor.post("/api/v1/desks/helpdesk/tickets", new JsonObject().put("language", "ja"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getString("type")).endsWith("desk-paused");
        assertThat(refused.json().getString("reference")).hasSize(7);
    }

    @Test
    void signIn_withTheSameLinkTwice_isRefused() {
        String link = server.link();
        server.signIn(link);

        Caller again = server.caller().with("Origin", server.url());
        String invitation = link.substring(link.indexOf("#invitation=") + 12);
        assertThat(again.post("/api/v1/operator/session", new JsonObject().put("invitation", invitation))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void signOut_endsTheSessionAndItsStreams() {
        Caller operator = server.operator();
        try (EventReader console = operator.stream("/api/v1/operator/stream")) {
            console.await("board");
            assertThat(operator.delete("/api/v1/operator/session").status()).isEqualTo(204);
            console.await("closed");
        }
        assertThat(operator.get("/api/v1/operator").status()).isEqualTo(401);
    }
}
