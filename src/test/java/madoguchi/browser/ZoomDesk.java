package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import madoguchi.MadoguchiServer;
import madoguchi.simulator.ZoomDeskFile;
import madoguchi.simulator.ZoomSimulator;

/** A desk whose calls Zoom carries, as its caller meets it. */
final class ZoomDesk {

    private ZoomDesk() {}

    /** Settings of that desk, with these further keys of its part {@code zoom}. */
    static String settings(ZoomSimulator zoom, String... keys) {
        return ZoomDeskFile.account(zoom, "poll: 1s") + Room.desk() + ZoomDeskFile.provider(keys);
    }

    /** The server of that desk, which Zoom tells what happens. */
    static MadoguchiServer server(ZoomSimulator zoom, String... keys) {
        return new MadoguchiServer()
                .withFile(settings(zoom, keys))
                .with("MADOGUCHI_STREAM_HEARTBEAT", "1s")
                .knownTo(zoom::serve);
    }

    /** Somebody who waits in line, has rehearsed, and is called because an agent is ready. */
    static Room called(Page page, String server) {
        Room room = Room.waiting(page, server);
        room.rehearse();
        assertThat(room.one("#join")).isVisible();
        return room;
    }
}
