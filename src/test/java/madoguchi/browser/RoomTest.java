package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Waiting in the room: how one gets in, what is shown, and that the place is kept. */
class RoomTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser().without("--disable-back-forward-cache");

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Room.desk());

    private Room waiting() {
        return Room.waiting(BROWSER.page("en"), server.url());
    }

    private int waitingNow() {
        return server.caller().get("/api/v1/desks/helpdesk").json().getInteger("waiting");
    }

    @Test
    void plainLink_takesNoPlaceBeforeStart() {
        Room room = Room.at(BROWSER.page("ja"), server.url());

        room.shows("start");
        assertThat(room.one("#notes li")).not().hasCount(0);
        assertThat(waitingNow()).isZero();

        room.join();
        assertThat(room.one("#position")).hasText("1");
        assertThat(waitingNow()).isOne();
    }

    @Test
    void siteThatOpenedTheRoom_startsTheJoin() {
        Page site = BROWSER.page("en");
        site.navigate(server.url() + "/");
        Page opened = site.waitForPopup(() -> site.evaluate(
                "desk => {"
                        + " addEventListener('message', ({ data, source, origin }) => {"
                        + "   (window.heard ??= []).push(data);"
                        + "   if (data.madoguchi === 'ready')"
                        + "     source.postMessage({ madoguchi: 'start', language: 'en', topic: 'network' }, origin);"
                        + " });"
                        + " window.open(desk + '?from=widget&lang=en'); }",
                server.url() + "/room/helpdesk"));

        assertThat(opened.locator("#position")).hasText("1");
        site.waitForFunction("() => window.heard.some(({ state, position }) => state === 'waiting' && position === 1)");
    }

    @Test
    void pageThatIsNotTheOpener_cannotStartTheJoin() {
        Room room = Room.at(BROWSER.page("en"), server.url());
        room.shows("start");

        room.page().evaluate("() => { postMessage({ madoguchi: 'start', language: 'en' }, '*'); }");
        room.page().waitForTimeout(500);

        assertThat(waitingNow()).isZero();
    }

    @Test
    void positionAndOperators_areLive() {
        server.caller().join("helpdesk");
        Room room = waiting();
        assertThat(room.one("#position")).hasText("2");
        assertThat(room.one("#wait")).containsText("No operator is at work");

        Caller operator = server.operator();
        operator.put("/api/v1/operator/status", new JsonObject().put("status", "available"));

        assertThat(room.one("#position")).hasText("1");
        assertThat(room.one("#operators")).hasText("0 free, 1 in calls");
    }

    @Test
    void reload_returnsToTheSamePlace() {
        Room room = waiting();
        String reference = room.one("#reference").textContent();
        server.caller().join("helpdesk");

        room.page().reload();

        assertThat(room.one("#reference")).hasText(reference);
        assertThat(room.one("#position")).hasText("1");
        assertThat(waitingNow()).isEqualTo(2);
    }

    @Test
    void backForwardCache_returnsToTheSamePlaceLive() {
        server.caller().join("helpdesk");
        Room room = waiting();
        Page page = room.page();
        assertThat(room.one("#position")).hasText("2");
        page.evaluate("window.mark = true");

        page.navigate(server.url() + "/");
        Caller operator = server.operator();
        operator.put("/api/v1/operator/status", new JsonObject().put("status", "available"));
        page.evaluate("history.back()");

        assertThat(room.one("#position")).hasText("1");
        assertThat(page.evaluate("window.mark")).as("it came from the cache").isEqualTo(true);
    }

    @Test
    void pageItself_givesBrowsersWithoutScriptsTheWayToWrite() {
        String page = server.caller().get("/room/helpdesk").response().body();

        assertThat(page.substring(page.indexOf("<noscript")))
                .contains("This page needs JavaScript", "このページにはJavaScriptが必要です", "href=\"/\"");
    }

    @Test
    void secondTab_showsTheSameTicket() {
        Room first = waiting();
        BrowserContext person = first.page().context();

        Page second = person.newPage();
        second.navigate(server.url() + "/room/helpdesk");

        assertThat(second.locator("#reference")).hasText(first.one("#reference").textContent());
        assertThat(waitingNow()).isOne();
    }

    @Test
    void steppingAway_isOfferedOnce() {
        Room room = waiting();

        room.press("step-away");
        assertThat(room.one("#line-note")).containsText("You are away until");

        room.press("back");
        assertThat(room.one("#line-note")).isHidden();
        assertThat(room.one("#step-away")).isHidden();
    }

    @Test
    void leaving_isConfirmedFirst() {
        Room room = waiting();

        room.press("leave");
        room.page().keyboard().press("Escape");
        assertThat(waitingNow()).isOne();

        room.press("leave");
        room.press("leave-go");
        assertThat(room.one("#over-title")).hasText("You have left the line");
        assertThat(waitingNow()).isZero();
    }

    @Test
    void leavingThoughtBetterOf_keepsThePlace_howeverOneLeftBefore() {
        Room room = Room.waiting(BROWSER.page("en"), server.url());
        room.press("leave");
        room.press("leave-go");
        room.press("again");
        room.join();

        room.press("leave");
        room.page().keyboard().press("Escape");
        room.press("step-away");

        assertThat(room.one("#back")).isVisible();
    }

    @Test
    void closedDesk_givesTheMailFormAReference() {
        server.operator().put("/api/v1/desks/helpdesk/intake", new JsonObject().put("intake", "closed"));
        Room room = Room.at(BROWSER.page("en"), server.url());
        assertThat(room.one("#over-title")).hasText("The desk is closed");

        room.page().route("https://mail.test/**", route -> route.fulfill());
        room.press("mail-link");

        room.page().waitForURL(Pattern.compile("https://mail\\.test/en\\?r=\\w{4,}"));
    }

    @Test
    void fullDesk_givesTheMailFormAReference() {
        server.stop();
        server.withFile(Room.desk("capacity: 1")).start();
        server.caller().join("helpdesk");
        Room room = Room.at(BROWSER.page("ja"), server.url());
        assertThat(room.one("#over-title")).hasText("ただいま満員です");

        room.page().route("https://mail.test/**", route -> route.fulfill());
        room.press("mail-link");

        room.page().waitForURL(Pattern.compile("https://mail\\.test/ja\\?r=\\w{4,}"));
        assertThat(waitingNow()).isOne();
    }

    @Test
    void personWithoutAPlace_whoWritesInstead_hasAReference() {
        Room room = Room.at(BROWSER.page("en"), server.url());
        room.shows("start");
        room.page().route("https://mail.test/**", route -> route.fulfill());

        room.press("mail-link");

        room.page().waitForURL(Pattern.compile("https://mail\\.test/en\\?r=[0-9A-F]{7}"));
        assertThat(waitingNow()).isZero();
    }

    @Test
    void screen_staysOnWhileTheCallerWaits() {
        Page page = BROWSER.page("en"); // without windows it keeps no screen on
        page.addInitScript("navigator.wakeLock.request = async (type) => (window.lock ="
                + " { type, released: false, release() { this.released = true; } });");
        Room room = Room.at(page, server.url());
        room.shows("start");
        assertThat(page.evaluate("window.lock === undefined")).isEqualTo(true);

        room.join();
        page.waitForFunction("() => window.lock?.released === false && window.lock.type === 'screen'");
        room.press("leave");
        room.press("leave-go");

        page.waitForFunction("() => window.lock.released");
    }

    @Test
    void language_isSwitchedInPlace() {
        Room room = waiting();

        room.one("[data-lang=ja]").click();

        assertThat(room.one("html")).hasAttribute("lang", "ja");
        assertThat(room.one("#line h2")).hasText("あなたの順番");
        assertThat(room.page()).hasURL(Pattern.compile("lang=ja"));
    }

    @Test
    void unknownDesk_isSaidPlainly() {
        Page page = BROWSER.page("en");
        page.route(
                "**/api/v1/desks/helpdesk",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setStatus(404)
                        .setBody("{}")));

        assertThat(Room.at(page, server.url()).one("#over-title")).hasText("There is no such desk");
    }
}
