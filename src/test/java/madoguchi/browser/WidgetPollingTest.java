package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import madoguchi.MadoguchiServer;
import madoguchi.http.EventReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The widget where there are already as many streams as the server takes. */
class WidgetPollingTest {

    private static final String STREAM = "/api/v1/desks/helpdesk/stream";
    /** Polls come at a random time, and seldomer as they go on. */
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(90_000);

    @RegisterExtension
    static final HostSite SITE = new HostSite();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server =
            new MadoguchiServer().withFile(SITE.settings()).with("MADOGUCHI_STREAM_LIMIT", "1");

    @Test
    void widget_beyondTheLimitOfStreams_polls() {
        List<EventReader> streams = new ArrayList<>();
        EventReader last = server.caller().stream(STREAM);
        while (last.status() == 200) {
            streams.add(last);
            last = server.caller().stream(STREAM);
        }
        Widget widget = Widget.on(BROWSER.person("en"), SITE.withWidget(server.url(), "data-lang=en"));
        assertThat(widget.status()).containsText("0 waiting", PATIENTLY);

        server.caller().join("helpdesk");

        assertThat(widget.status()).containsText("1 waiting", PATIENTLY);
        streams.forEach(EventReader::close);
    }
}
