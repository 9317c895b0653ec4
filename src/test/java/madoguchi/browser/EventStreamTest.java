package madoguchi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Our reader of event streams beside the browser's own: the same bytes must give the same events. */
class EventStreamTest {

    private static final List<String> STREAMS = List.of(
            "\uFEFFdata:1\n\n",
            "\uFEFF\uFEFFdata:1\n\ndata:2\n\n",
            "data:a\rdata:b\r\r",
            "data:a\r\ndata:b\r\n\r\n",
            "data:a\r\ndata:b\n\rdata:c\r\n\n",
            "data\n\ndata\ndata\n\ndata:test\n\n",
            "data:  two\n\ndata:\ttab\n\n",
            "data:lost",
            "data:lost\n",
            ":c\n\n:\ndata:x\n:c\ndata:y\n\n",
            "id:1\ndata:a\n\nid:2\u00003\ndata:b\n\n",
            "id:1\ndata:a\n\nid\ndata:b\n\n",
            "id:7\n\ndata:x\n\n",
            "retry:1000x\nretry:-5\nretry:\nretry:1.5\ndata:x\n\n",
            "event:\ndata:x\n\n",
            "event: a \ndata:x\n\n",
            "event:a\u0000b\ndata:x\n\n",
            "event:tick\n\ndata:x\n\nevent:tick\ndata:y\n\n",
            "Data:x\n\n data:x\n\nfoo:bar\n\n",
            "data:a\u2028b\u0085c\n\n",
            "data:\u0000\n\n",
            "\r\r\rdata:x\r\n\r\n",
            "data:窓口\n\n");

    private static final String NATIVE = "() => new Promise((resolve) => {"
            + " const events = []; const source = new EventSource('/bytes');"
            + " for (const name of ['message', 'a ', 'a\\u0000b', 'tick']) source.addEventListener(name,"
            + "   ({ type, data, lastEventId }) => events.push([type, data, lastEventId]));"
            + " source.onerror = () => { source.close(); resolve(JSON.stringify(events)); }; })";

    private static final String OURS = "async () => {"
            + " const { createEventParser } = await import('/shared/stream.js'); const events = [];"
            + " const push = createEventParser({ onEvent: (...event) => events.push(event) });"
            + " push(new Uint8Array(await (await fetch('/bytes')).arrayBuffer()));"
            + " return JSON.stringify(events); }";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer();

    @Test
    void sameBytes_giveTheSameEvents() {
        Page page = BROWSER.page("en");
        page.navigate(server.url() + "/");
        for (String stream : STREAMS) {
            page.unroute("**/bytes");
            page.route(
                    "**/bytes",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/event-stream")
                            .setBodyBytes(stream.getBytes(StandardCharsets.UTF_8))));

            assertThat(page.evaluate(OURS)).as(stream).isEqualTo(page.evaluate(NATIVE));
        }
    }
}
