package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How sparing the widget is with streams, and how it finds back to them. */
class WidgetStreamTest {

    @RegisterExtension
    static final HostSite SITE = new HostSite();

    @RegisterExtension
    static final Browser BROWSER = new Browser().without("--disable-back-forward-cache");

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(SITE.settings());

    private Widget open(BrowserContext person) {
        Widget widget = Widget.on(person, SITE.withWidget(server.url(), "data-lang=en"));
        assertThat(widget.status()).containsText("waiting");
        return widget;
    }

    private Widget open() {
        return open(BROWSER.person("en"));
    }

    private void openStreams(int expected) {
        OpenStreams.become(server, expected);
    }

    @Test
    void sevenTabs_shareOneStream() {
        BrowserContext person = BROWSER.person("en");
        List<Widget> tabs = Stream.generate(() -> open(person)).limit(7).toList();

        server.caller().join("helpdesk");
        tabs.forEach(tab -> assertThat(tab.status()).containsText("1 waiting"));
        openStreams(1);
        assertThat(tabs.stream().mapToLong(Widget::streams).sum()).isOne();
    }

    @Test
    void leadingTabClosed_anotherTabFollows() {
        BrowserContext person = BROWSER.person("en");
        Widget first = open(person);
        Widget second = open(person);

        first.page().close();
        openStreams(1);
        server.caller().join("helpdesk");

        assertThat(second.status()).containsText("1 waiting");
    }

    @Test
    void movedInTheDocument_keepsItsStream() {
        Widget widget = open();

        widget.page().evaluate("document.body.prepend(document.querySelector('madoguchi-call'))");
        server.caller().join("helpdesk");

        assertThat(widget.status()).containsText("1 waiting");
        assertThat(widget.streams()).isOne();
    }

    @Test
    void addedAndRemovedTenTimes_leavesNothing() {
        Widget widget = open();
        widget.page()
                .evaluate("async () => { const call = document.querySelector('madoguchi-call');"
                        + " for (let i = 0; i < 10; i++) { call.remove(); await null; await null; document.body.append(call); }"
                        + " call.remove(); }");

        openStreams(0);
        // A browser releases a lock a moment after its holder has let it go.
        widget.page()
                .waitForFunction(
                        "() => navigator.locks.query().then(all => all.held.length + all.pending.length === 0)");
    }

    @Test
    void hiddenPage_hasNoStreamUntilItIsSeenAgain() {
        Widget widget = open();
        openStreams(1);

        widget.hide(true);
        openStreams(0);
        server.caller().join("helpdesk");
        widget.hide(false);

        assertThat(widget.status()).containsText("1 waiting");
        openStreams(1);
    }

    @Test
    void backForwardCache_closesTheStreamAndOpensItAgain() {
        Widget widget = open();
        Page page = widget.page();
        page.evaluate("window.mark = true");
        openStreams(1);

        page.navigate(SITE.page(server.url(), "<p>elsewhere"));
        openStreams(0);
        server.caller().join("helpdesk");
        page.evaluate("history.back()");

        assertThat(widget.status()).containsText("1 waiting");
        assertThat(page.evaluate("window.mark")).isEqualTo(true);
        openStreams(1);
    }

    @Test
    void offline_saysHowOldTheFiguresAreAndMendsItself() {
        BrowserContext person = BROWSER.person("en");
        person.clock().install();
        Widget widget = open(person);

        widget.loseTheNetwork("as of \\d+ s ago");
        person.setOffline(false);

        assertThat(widget.status()).not().containsText("as of");
        openStreams(1);
    }

    @Test
    void streamsFail_theDeskIsPolled() {
        BrowserContext person = BROWSER.person("en");
        person.clock().install();
        person.route("**/stream", route -> route.abort());
        Widget widget = open(person);

        server.caller().join("helpdesk");
        person.clock().runFor(40_000);

        assertThat(widget.status()).containsText("1 waiting");
    }
}
