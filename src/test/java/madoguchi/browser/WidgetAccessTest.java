package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import io.vertx.core.json.JsonObject;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import madoguchi.MadoguchiServer;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomDeskFile;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The widget for everybody: button and panel in every state of a real desk, in both languages and every colour scheme. */
class WidgetAccessTest {

    @RegisterExtension
    static final HostSite SITE = new HostSite();

    @RegisterExtension
    static final ZoomSimulator ZOOM = new ZoomSimulator();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(SITE.settings(Doors.STANDING));

    private final Look look = new Look();

    @AfterEach
    void noFaults() {
        look.foundNoFaults();
    }

    /** The desk is started anew with these settings. */
    private void becomes(String settings) {
        server.stop();
        server.withFile(settings).start();
    }

    private Widget visit(BrowserContext person, String lang) {
        return Widget.on(person, SITE.withWidget(server.url(), "data-lang=" + lang));
    }

    private void saidAndSeen(String state, String english, String japanese) {
        said(state, english, japanese, this::visit);
    }

    /** @param widget a widget in that state, of a person and in a language */
    private void said(
            String state, String english, String japanese, BiFunction<BrowserContext, String, Widget> widget) {
        for (String lang : new String[] {"en", "ja"}) {
            Widget shown = widget.apply(BROWSER.person(lang), lang);
            assertThat(shown.button()).hasText(Pattern.compile(lang.equals("en") ? english : japanese));
            look.narrow(shown.page(), "widget, " + state + " " + lang);
            assertThat(shown.button().boundingBox().x)
                    .isPositive(); // what leaves the window at the left does not scroll
            shown.button().click();
            look.narrow(shown.page(), "widget panel, " + state + " " + lang);
        }
    }

    @Test
    void open() {
        Doors.attended(server, 2);

        saidAndSeen(
                "open", "2 waiting · (about \\d+–|up to )\\d+ min · 1 operator$", "待ち2人・(約\\d+〜\\d+分|\\d+分以内)・対応中1名$");
    }

    @Test
    void notToday() {
        becomes(SITE.settings(Doors.closingSoon()));
        Doors.attended(server, 3);

        saidAndSeen("not today", "3 waiting · Unlikely today · 1 operator$", "待ち3人・本日はつながらない見込みです・対応中1名$");
    }

    @Test
    void notToday_offersTheMailFormFirst_andStartStill() {
        becomes(SITE.settings(Doors.closingSoon()));
        Doors.attended(server, 3);
        Widget widget = visit(BROWSER.person("en"), "en");
        assertThat(widget.status()).containsText("Unlikely today");

        widget.button().click();

        String accent = "rgb(11, 110, 110)";
        assertThat(widget.mail()).hasCSS("background-color", accent);
        assertThat(widget.start()).isVisible();
        assertThat(widget.start()).not().hasCSS("background-color", accent);
    }

    @Test
    void paused() {
        server.operator().put("/api/v1/desks/helpdesk/intake", new JsonObject().put("intake", "paused"));

        saidAndSeen("paused", "Paused for now$", "受付休止中$");
    }

    @Test
    void full() {
        becomes(SITE.settings("capacity: 1", "parkAfter: 9m"));
        server.caller().join("helpdesk");

        saidAndSeen("full", "The line is full$", "満員です$");
    }

    @Test
    void closed() {
        becomes(SITE.settings(Doors.shutToday()));

        saidAndSeen(
                "closed", "Closed · opens \\w+, \\w+ \\d+, 8:25\\sAM$", "受付時間外・次の受付 \\d+月\\d+日\\([月火水木金土日]\\) 8:25$");
    }

    /** Its calls are carried by a Zoom that has not been reached since the start. */
    @Test
    void unknown() {
        ZOOM.turn(Switch.API_STATUS, 503);
        becomes(ZoomDeskFile.account(ZOOM) + SITE.settings() + ZoomDeskFile.provider());

        saidAndSeen("unknown", "wait unknown$", "待ち時間不明$");
    }

    @Test
    void lastHeardOfAlmostAMinuteAgo() {
        said("stale", "as of \\d+ s ago$", "\\d+秒前の情報$", (person, lang) -> {
            person.clock().install();
            Widget widget = visit(person, lang);
            assertThat(widget.status()).containsText("0");
            widget.loseTheNetwork(lang.equals("en") ? "as of \\d+ s ago" : "\\d+秒前の情報");
            return widget;
        });
    }

    @Test
    void atItsPlace() {
        said("place", "You are number \\d", "\\d番目です", (person, lang) -> {
            Widget widget = visit(person, lang);
            widget.enter();
            assertThat(widget.title()).containsText(Pattern.compile("\\d"));
            return widget;
        });
    }
}
