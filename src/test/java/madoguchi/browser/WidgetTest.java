package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The widget on somebody else's page, against the real server. */
class WidgetTest {

    @RegisterExtension
    static final HostSite SITE = new HostSite();

    @RegisterExtension
    static final Browser BROWSER = new Browser().without("--disable-popup-blocking");

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(SITE.settings());

    private Widget open(String attributes) {
        return Widget.on(BROWSER.person("en"), SITE.withWidget(server.url(), attributes));
    }

    private Caller available() {
        Caller operator = server.operator();
        operator.put("/api/v1/operator/status", new JsonObject().put("status", "available"));
        return operator;
    }

    @Test
    void button_tellsTheCountsLive() {
        Widget widget = open("");
        assertThat(widget.status()).hasText("0 waiting · wait unknown · 0 operators");

        Caller operator = available();
        assertThat(widget.status()).hasText("0 waiting · no wait · 1 operator");

        operator.put("/api/v1/operator/status", new JsonObject().put("status", "break"));
        server.caller().join("helpdesk");
        assertThat(widget.status()).hasText("1 waiting · wait unknown · 0 operators");
        assertThat(widget.streams()).isOne();
    }

    @Test
    void button_speaksJapanese() {
        available();
        assertThat(open("data-lang=ja").title()).hasText("ここからオンライン通話で相談");
        assertThat(open("data-lang=ja").status()).hasText("待ち0人・すぐにつながります・対応中1名");
    }

    @Test
    void notice_isReadInThePanel() {
        Widget widget = open("");
        widget.button().click();

        server.operator()
                .put(
                        "/api/v1/desks/helpdesk/notice",
                        new JsonObject().put("notice", new JsonObject().put("en", "The mail server is down.")));

        assertThat(widget.panel()).containsText("The mail server is down.");
    }

    @Test
    void panel_givesTheNotes_andItsChoicesGoWithTheCaller() {
        Widget widget = open("data-lang=en");
        widget.button().click();
        assertThat(widget.panel().locator("li")).hasText("Calls are not recorded.");
        widget.panel().locator("select").first().selectOption("ja");
        widget.panel().locator("select").last().selectOption("account");

        try (var console = server.operator().stream("/api/v1/operator/stream")) {
            widget.page().waitForPopup(() -> widget.start().click());

            JsonObject ticket = console.await("board", board -> board.getInteger("waiting") == 1)
                    .getJsonArray("line")
                    .getJsonObject(0);
            assertThat(ticket.getString("language")).isEqualTo("ja");
            assertThat(ticket.getString("topic")).isEqualTo("account");
        }
    }

    @Test
    void pausedIntake_leadsToTheMailForm() {
        Widget widget = open("");
        server.operator().put("/api/v1/desks/helpdesk/intake", new JsonObject().put("intake", "paused"));
        assertThat(widget.status()).hasText("Paused for now");

        widget.button().click();

        assertThat(widget.start()).isHidden();
        assertThat(widget.mail()).hasAttribute("href", "https://mail.example/en?ref=");
    }

    @Test
    void strictestPolicy_isNotViolated() {
        Widget widget = open("");
        assertThat(widget.status()).containsText("waiting");
        widget.enter();
        assertThat(widget.title()).hasText("You are number 1");

        assertThat(widget.violations()).isEmpty();
    }

    @Test
    void roomInAFrame_joinsAndTellsTheButton() {
        Widget widget =
                Widget.on(BROWSER.person("en"), HostSite.sameSite(SITE.withWidget(server.url(), "data-room=frame")));
        assertThat(widget.status()).containsText("waiting");

        widget.button().click();
        widget.start().click();

        assertThat(widget.title()).hasText("You are number 1");
        assertThat(widget.page().frameLocator("iframe").locator("body")).containsText("1");
        assertThat(widget.violations()).isEmpty();
    }

    @Test
    void hostileStyles_changeNothing() {
        SITE.style("/hostile.css", """
                body * { all: unset !important; display: none !important; font: 40px serif !important; color: red !important }
                html { font-size: 40px } madoguchi-call { position: static !important; opacity: 0 !important }
                """);
        String page = SITE.page(
                server.url(), "<link rel=stylesheet href=/hostile.css>" + HostSite.tag(server.url(), "data-lang=en"));

        Widget calm = open("data-lang=en");
        Widget attacked = Widget.on(BROWSER.person("en"), page);

        assertThat(calm.status()).containsText("waiting");
        assertThat(attacked.status()).hasText(calm.status().textContent());
        assertThat(box(attacked)).isEqualTo(box(calm));
        assertThat(attacked.button())
                .hasCSS("color", (String) calm.button().evaluate("e => getComputedStyle(e).color"));
    }

    private static String box(Widget widget) {
        BoundingBox box = widget.button().boundingBox();
        return "%s %s %s %s".formatted(box.x, box.y, box.width, box.height);
    }

    @Test
    void includedTwice_isOneButton() {
        String tag = HostSite.tag(server.url(), "");
        Widget widget = Widget.on(BROWSER.person("en"), SITE.page(server.url(), tag + tag));
        assertThat(widget.status()).containsText("waiting");

        assertThat(widget.button()).hasCount(1);
        assertThat(widget.streams()).isOne();
    }

    @Test
    void start_opensTheRoomWhichTellsTheButton() {
        Widget widget = open("");
        assertThat(widget.status()).containsText("waiting");

        Page room = widget.enter();
        assertThat(widget.title()).hasText("You are number 1");
        assertThat(widget.heard()).containsExactly("open", "joined");
        available();
        assertThat(widget.title()).hasText("It is your turn");
        assertThat(widget.heard()).containsExactly("open", "joined", "called");

        room.evaluate(
                "async () => { const ticket = JSON.parse(localStorage['madoguchi.ticket.helpdesk']);"
                        + " await fetch('/api/v1/ticket', {method: 'DELETE', headers: {authorization: 'Bearer ' + ticket.token}}); }");
        assertThat(widget.title()).hasText("Start an Online Call");
        assertThat(widget.heard()).containsExactly("open", "joined", "called", "ended");
    }

    @Test
    void popUpBlocker_stopsOtherWindows_butNotTheRoom() {
        BrowserContext person = BROWSER.person("en");
        person.addInitScript("addEventListener('load', () => { window.blocked = open('about:blank') === null; });");
        Widget widget = Widget.on(person, SITE.withWidget(server.url(), ""));
        assertThat(widget.status()).containsText("waiting");
        assertThat(widget.page().evaluate("window.blocked")).isEqualTo(true);

        assertThat(widget.enter().locator("#position")).hasText("1");
    }

    @Test
    void element_isTheButtonToo_andFollowsItsLanguage() {
        String tags = "<script src=\"" + server.url() + "/widget.js\" async></script>"
                + "<madoguchi-call desk=helpdesk lang=ja></madoguchi-call>";
        Widget widget = Widget.on(BROWSER.person("en"), SITE.page(server.url(), tags));
        assertThat(widget.status()).hasText("待ち0人・待ち時間不明・対応中0名");

        widget.page().evaluate("document.querySelector('madoguchi-call').lang = 'en'");

        assertThat(widget.status()).hasText("0 waiting · wait unknown · 0 operators");
    }

    @Test
    void site_paintsTheButtonByPropertiesAndParts() {
        SITE.style(
                "/paint.css",
                "madoguchi-call { --madoguchi-accent: rgb(1, 2, 3); }"
                        + " madoguchi-call::part(title) { letter-spacing: 3px; }");
        String page = SITE.page(
                server.url(), "<link rel=stylesheet href=/paint.css>" + HostSite.tag(server.url(), "data-lang=en"));

        Widget widget = Widget.on(BROWSER.person("en"), page);

        assertThat(widget.status()).containsText("waiting");
        assertThat(widget.button()).hasCSS("background-color", "rgb(1, 2, 3)");
        assertThat(widget.title()).hasCSS("letter-spacing", "3px");
    }

    @Test
    void hostPageReloaded_keepsThePlaceOnTheButton() {
        Widget widget = open("");
        widget.enter();
        assertThat(widget.title()).hasText("You are number 1");

        widget.page().reload();

        assertThat(widget.title()).hasText("You are number 1");
    }

    @Test
    void livePress_fetchesNothingBeforeThePress() {
        Widget widget = open("data-live=press");
        widget.page().waitForLoadState();
        assertThat(widget.requests()).isEmpty();

        widget.button().click();

        assertThat(widget.panel()).containsText("0 waiting");
    }

    @Test
    void beforeThePress_nothingIsStored_norAskedOfOthers() {
        BrowserContext person = BROWSER.person("en");
        Widget widget = Widget.on(person, SITE.withWidget(server.url(), ""));
        assertThat(widget.status()).containsText("waiting");
        widget.button().click();

        assertThat(new JsonObject(person.storageState())).isEqualTo(new JsonObject("{\"cookies\":[],\"origins\":[]}"));
        assertThat(widget.origins()).containsOnly(SITE.origin(), server.url());
        assertThat(widget.page().evaluate("indexedDB.databases().then(all => all.length + sessionStorage.length)"))
                .isEqualTo(0);
    }

    @Test
    void keyboardAlone_opensStartsAndReturns() {
        Widget widget = open("");
        assertThat(widget.status()).containsText("waiting");
        Page page = widget.page();

        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(widget.panel()).isVisible();
        page.keyboard().press("Escape");
        assertThat(widget.panel()).isHidden();
        assertThat(widget.button()).isFocused();

        page.keyboard().press("Enter");
        while (!(boolean) widget.start().evaluate("e => e.matches(':focus')")) {
            page.keyboard().press("Tab");
        }
        Page room = page.waitForPopup(() -> page.keyboard().press("Enter"));
        assertThat(room).hasURL(Pattern.compile(".*/room/helpdesk.*"));
    }
}
