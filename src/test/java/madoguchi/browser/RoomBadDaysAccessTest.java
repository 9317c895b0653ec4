package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import madoguchi.MadoguchiServer;
import madoguchi.journal.SmallDisk;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The room for everybody, on days when no call comes of it: the door that is shut, the line that breaks, every sad end. */
class RoomBadDaysAccessTest {

    @RegisterExtension
    static final ZoomSimulator ZOOM = new ZoomSimulator();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Room.desk());

    private final Look look = new Look();

    @AfterEach
    void noFaults() {
        look.foundNoFaults();
    }

    /** The desk is started anew with these keys, at the same address. */
    private void becomes(String... keys) {
        startAnew(Room.desk(keys));
    }

    private void startAnew(String settings) {
        String port = String.valueOf(URI.create(server.url()).getPort());
        server.stop();
        server.withFile(settings).with("MADOGUCHI_HTTP_PORT", port).start();
    }

    private Room waiting() {
        return Room.waiting(BROWSER.page("en"), server.url());
    }

    private void over(Room room, String title, String state) {
        assertThat(room.one("#over-title")).hasText(title);
        look.at(room.page(), state);
    }

    @Test
    void closed() {
        Room late = waiting();

        becomes(Doors.shutToday(), "grace: 0ms");

        over(late, "The desk has closed", "over, closed on the caller");
        over(Room.at(BROWSER.page("en"), server.url()), "The desk is closed", "closed");
    }

    @Test
    void notToday() {
        becomes(Doors.closingSoon());
        JsonObject notice = new JsonObject().put("en", "Mail is late today.").put("ja", "メールが届きにくくなっています。");
        Doors.attended(server, 3).put("/api/v1/desks/helpdesk/notice", new JsonObject().put("notice", notice));

        Room room = Room.at(BROWSER.page("en"), server.url());

        assertThat(room.one("#start-warning")).containsText("we will probably not reach you");
        assertThat(room.one("#notice")).hasText("Mail is late today.");
        look.at(room.page(), "start, not today");
    }

    /** Its calls are carried by a Zoom that has not been reached since the start. */
    @Test
    void unknown() {
        ZOOM.turn(Switch.API_STATUS, 503);
        startAnew(ZoomDesk.settings(ZOOM));

        Room room = Room.at(BROWSER.page("en"), server.url());
        assertThat(room.one("#start-now")).containsText("wait unknown");
        look.at(room.page(), "start, unknown");
        room.join();
        look.at(room.page(), "line, unknown");
    }

    @Test
    void full() {
        becomes("capacity: 1");
        server.caller().join("helpdesk");

        over(Room.at(BROWSER.page("en"), server.url()), "The line is full", "full");
    }

    @Test
    void paused() throws IOException {
        server.stop();
        try (SmallDisk disk = SmallDisk.at(server.folder().resolve("data"))) {
            server.start();
            disk.fill();
            JsonObject wish = new JsonObject().put("language", "ja");
            int status = 201;
            while (status == 201) {
                status = server.caller()
                        .post("/api/v1/desks/helpdesk/tickets", wish)
                        .status();
            }

            over(Room.at(BROWSER.page("en"), server.url()), "The desk takes no new calls just now", "paused");

            disk.free();
            server.stop();
        }
    }

    /** The newcomer is told what the streams say, not that a place they do not have is kept. */
    @Test
    void unreadable() throws IOException {
        Path file = server.folder().resolve("data/madoguchi.db");
        Path away = server.folder().resolve("away.db");
        Files.move(file, away);
        server.caller().post("/api/v1/desks/helpdesk/tickets", new JsonObject().put("language", "ja"));

        Room newcomer = Room.at(BROWSER.page("en"), server.url());
        over(newcomer, "The desk takes no new calls just now", "paused, unreadable");

        Files.move(away, file);
        assertThat(newcomer.one("#start")).isVisible();
    }

    @Test
    void lostNetwork() {
        server.with("MADOGUCHI_STREAM_MAXAGELOW", "1s").with("MADOGUCHI_STREAM_MAXAGEHIGH", "2s");
        becomes();
        Room room = waiting();
        for (String language : new String[] {"ja", "en"}) {
            room.one("[data-lang=" + language + "]").click();
            assertThat(room.one("html")).hasAttribute("lang", language);
        }

        room.page().context().setOffline(true);

        assertThat(room.one("#connection")).containsText("The connection is broken");
        look.at(room.page(), "line, lost network");
    }

    @Test
    void abandoned() {
        Room room = waiting();
        Page page = room.page();
        String address = page.url();

        page.navigate("about:blank");
        becomes("parkAfter: 500ms", "abandonAfter: 1s");
        try (var console = server.operator().stream("/api/v1/operator/stream")) {
            console.await("board", board -> board.getJsonObject("today").getInteger("abandoned") == 1);
        }
        page.navigate(address);

        over(room, "Your place is gone", "over, abandoned");
    }

    @Test
    void missedTwice() {
        becomes("joinWindow: 1s", "joinWarning: 0ms");
        Room room = waiting();

        server.operator().put("/api/v1/operator/status", new JsonObject().put("status", "available"));

        over(room, "We could not reach you", "over, missed twice");
    }
}
