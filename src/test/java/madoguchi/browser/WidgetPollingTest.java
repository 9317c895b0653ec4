package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The widget where no stream can be had: it asks now and then, by tag, and the less often the longer it is in vain. */
class WidgetPollingTest {

    @RegisterExtension
    static final HostSite SITE = new HostSite();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server =
            new MadoguchiServer().withFile(SITE.settings()).with("MADOGUCHI_STREAM_LIMIT", "1");

    private Widget open(BrowserContext person) {
        return Widget.on(person, SITE.withWidget(server.url(), "data-lang=en"));
    }

    @Test
    void widget_beyondTheLimitOfStreams_polls_andSparesTheUnchanged() {
        Caller operator = server.operator();
        try (var only = operator.stream("/api/v1/operator/stream")) {
            only.await("board");
            BrowserContext person = BROWSER.person("en");
            person.clock().install();
            Widget widget = open(person);
            assertThat(widget.status()).containsText("0 waiting");
            List<Integer> answers = new CopyOnWriteArrayList<>();
            CDPSession network = person.newCDPSession(widget.page());
            network.on(
                    "Network.responseReceivedExtraInfo",
                    event -> answers.add(event.get("statusCode").getAsInt()));
            network.send("Network.enable");

            passTime(widget, () -> answers.contains(304));
            server.caller().join("helpdesk");

            passTime(widget, () -> widget.status().textContent().contains("1 waiting"));
        }
    }

    /** Second by second, as quickly as answers come. */
    private static void passTime(Widget widget, BooleanSupplier until) {
        widget.page()
                .waitForCondition(
                        () -> {
                            widget.page().clock().runFor(1_000);
                            return until.getAsBoolean();
                        },
                        new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    @Test
    void unreachableDesk_isAskedEverLessOften() {
        BrowserContext person = BROWSER.person("en");
        person.clock().install();
        person.addInitScript("Math.random = () => 1; window.asked = []; window.fetch = () => {"
                + " window.asked.push(Date.now()); return Promise.reject(new TypeError('no network')); };");
        Widget widget = open(person);

        person.clock().runFor(120_000);

        @SuppressWarnings("unchecked")
        List<Number> gaps = (List<Number>) widget.page()
                .evaluate("window.asked.slice(1).map((time, i) => Math.floor((time - window.asked[i]) / 1000))");
        assertThat(gaps.stream().map(Number::intValue).toList()).startsWith(10, 20, 30, 30);
    }
}
