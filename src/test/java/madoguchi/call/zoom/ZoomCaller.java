package madoguchi.call.zoom;

import io.vertx.core.json.JsonObject;
import madoguchi.http.Caller;
import madoguchi.http.EventReader;
import madoguchi.simulator.ZoomSimulator;

/** A caller of a Zoom desk with nothing but an HTTP client, watching their ticket. */
final class ZoomCaller implements AutoCloseable {

    final Caller caller;
    final String reference;
    final EventReader events;

    private ZoomCaller(Caller caller, String reference) {
        this.caller = caller;
        this.reference = reference;
        this.events = caller.stream("/api/v1/ticket/stream");
    }

    /** Joins and passes the microphone check. */
    static ZoomCaller join(Caller caller, String language) {
        JsonObject joined = caller.join("helpdesk", new JsonObject().put("language", language));
        caller.put("/api/v1/ticket/microphone", new JsonObject().put("result", "passed"));
        return new ZoomCaller(caller, joined.getJsonObject("ticket").getString("reference"));
    }

    JsonObject await(String state) {
        return events.await("ticket", ticket -> ticket.getString("state").equals(state));
    }

    /**
     * Joins now, once it is their turn. Where Zoom rings the agent for somebody else in that moment, it is their turn again for
     * another agent at once.
     */
    JsonObject handOff() {
        Caller.Answer answer;
        do {
            await("called");
            answer = caller.post("/api/v1/ticket/handoff");
        } while (answer.status() == 409);
        return answer.json();
    }

    void report(JsonObject what) {
        Caller.Answer answer = caller.post("/api/v1/ticket/call-events", what);
        if (answer.status() != 204) {
            throw new AssertionError("call-events: " + answer);
        }
    }

    /** The page leaves Zoom without a call; the desk need not hear of it, if it has taken the caller back already. */
    void fail() {
        caller.post(
                "/api/v1/ticket/call-events",
                new JsonObject().put("event", "failed").put("reason", "other"));
    }

    /** The page's first word from within Zoom. */
    void started(String engagement) {
        report(new JsonObject().put("event", "started").put("engagement", engagement));
    }

    /** Handed off, and waiting in Zoom. @return the engagement */
    String goInto(ZoomSimulator zoom) {
        JsonObject handOff = handOff();
        String engagement = zoom.call(handOff.getJsonObject("zoom").getString("entry"), handOff.getString("reference"));
        started(engagement);
        return engagement;
    }

    /** The same one, at a server that was started again. */
    ZoomCaller at(String url) {
        return new ZoomCaller(caller.at(url), reference);
    }

    @Override
    public void close() {
        events.close();
    }
}
