package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import madoguchi.simulator.Switch;
import org.junit.jupiter.api.Test;

/** What the desk sees of its agents at Zoom. */
class ZoomPresenceTest extends ZoomDeskCase {

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
}
