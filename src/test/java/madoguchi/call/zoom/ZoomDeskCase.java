package madoguchi.call.zoom;

import io.vertx.core.json.JsonObject;
import java.util.function.Predicate;
import madoguchi.MadoguchiServer;
import madoguchi.http.EventReader;
import madoguchi.simulator.ZoomDeskFile;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A desk whose calls the simulated Zoom carries, and callers with nothing but an HTTP client. */
abstract class ZoomDeskCase {

    private static final String DESK = "/api/v1/desks/helpdesk";

    @RegisterExtension
    final ZoomSimulator zoom = new ZoomSimulator();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer()
            .with("MADOGUCHI_STREAM_HEARTBEAT", "500ms")
            .withFile(ZoomDeskFile.of(zoom))
            .knownTo(zoom::serve);

    void awaitDesk(Predicate<JsonObject> wanted) {
        try (EventReader desk = server.caller().stream(DESK + "/stream")) {
            desk.await("desk", wanted);
        }
    }

    static Predicate<JsonObject> available(int operators) {
        return desk -> desk.getString("state").equals("open")
                && desk.getJsonObject("operators").getInteger("available") == operators;
    }

    ZoomCaller join(String language) {
        return ZoomCaller.join(server.caller(), language);
    }

    /** Handed off, and waiting in Zoom. @return the engagement */
    String inZoom(ZoomCaller caller) {
        return caller.goInto(zoom);
    }
}
