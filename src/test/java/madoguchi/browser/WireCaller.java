package madoguchi.browser;

import io.vertx.core.json.JsonObject;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;

/** Somebody in the line with nothing but an HTTP client. */
record WireCaller(Caller caller, String id, String reference) {

    static WireCaller join(MadoguchiServer server, String language) {
        return join(server, new JsonObject().put("language", language));
    }

    static WireCaller join(MadoguchiServer server, JsonObject wish) {
        Caller caller = server.caller();
        JsonObject ticket = caller.join("helpdesk", wish).getJsonObject("ticket");
        return new WireCaller(caller, ticket.getString("id"), ticket.getString("reference"));
    }

    /** Joins and passes the microphone check. */
    static WireCaller ready(MadoguchiServer server, String language) {
        return join(server, language).microphone("passed");
    }

    WireCaller microphone(String result) {
        caller.put("/api/v1/ticket/microphone", new JsonObject().put("result", result));
        return this;
    }

    JsonObject look() {
        return caller.get("/api/v1/ticket").json();
    }

    String state() {
        return look().getString("state");
    }

    void handOff() {
        post("handoff", new JsonObject());
    }

    void hangUp() {
        post("call-events", new JsonObject().put("event", "ended"));
    }

    void leave() {
        caller.delete("/api/v1/ticket");
    }

    private void post(String what, JsonObject body) {
        Caller.Answer answer =
                body.isEmpty() ? caller.post("/api/v1/ticket/" + what) : caller.post("/api/v1/ticket/" + what, body);
        if (answer.status() >= 300) {
            throw new AssertionError(what + ": " + answer);
        }
    }
}
