package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import madoguchi.MadoguchiServer;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A call that Zoom carries, from the join to its outcome: caller, agent and console each see their part. */
class ZoomStoryTest {

    /** The server has it from Zoom which call was answered, and by whom. */
    private static final String IN_CALL =
            "async () => { const { token } = JSON.parse(localStorage['madoguchi.ticket.helpdesk']);"
                    + " const answer = await fetch('/api/v1/ticket', { headers: { Authorization: `Bearer ${token}` } });"
                    + " return (await answer.json()).state === 'in-call'; }";

    /** What Zoom's client is made with and asked for, the website data at that moment, and what is left of it at the end. */
    private static final String WATCH = "window.asked = []; Object.defineProperty(window, 'VideoClient', {"
            + " get() { return this.watched; }, set(real) { this.watched = class extends real {"
            + " constructor(options) { super(options); asked.push(options); }"
            + " init(wish) { asked.push(wish, window.madoguchi); return super.init(wish); } }; } });"
            + " if (location.pathname.startsWith('/call/'))"
            + " addEventListener('pagehide', () => { sessionStorage.left = String(window.madoguchi); });";

    @RegisterExtension
    static final ZoomSimulator ZOOM = new ZoomSimulator();

    @RegisterExtension
    static final Browser BROWSER = new Browser().with(ZOOM.browserArguments()).with("--use-fake-ui-for-media-stream");

    @RegisterExtension
    final MadoguchiServer server =
            ZoomDesk.server(ZOOM, "rejoin: 2m", "dispositions: {Solved: solved, Mail: follow-up}");

    private static Room calling(Room room) {
        room.press("join");
        assertThat(room.one("#state")).hasText("Calling the operator…");
        assertThat(room.one("#zoom-state")).hasText("Waiting for an agent");
        return room;
    }

    private Room talking() {
        ZOOM.ready("suzuki");
        Room room = calling(ZoomDesk.called(BROWSER.page("en"), server.url()));
        ZOOM.answer("suzuki");
        assertThat(room.one("#state")).hasText("You are talking");
        room.page().waitForCondition(() -> room.page().evaluate(IN_CALL).equals(true));
        return room;
    }

    private static String reference(Room room) {
        return room.one("#reference").textContent();
    }

    @Test
    void call_goesFromTheLineToItsOutcome() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        Room room = Room.waiting(BROWSER.page("en"), server.url());
        room.rehearse();
        assertThat(room.one("#wait")).containsText("No operator is at work");
        assertThat(console.figure("waiting")).hasText("1");

        ZOOM.ready("suzuki");
        room.shows("turn");
        String reference = reference(room);
        calling(room);
        assertThat(ZOOM.stateOf(ZOOM.engagementOf(reference))).isEqualTo("reserved");
        assertThat(console.figure("ringing")).hasText("1");

        ZOOM.answer("suzuki");
        assertThat(room.one("#state")).hasText("You are talking");
        assertThat(console.figure("on-call")).hasText("1");
        assertThat(console.figure("in-call")).hasText("1");

        room.press("zoom-share");
        assertThat(room.one("#zoom-state")).hasText("Sharing a window");
        assertThat(ZOOM.sharing(ZOOM.engagementOf(reference))).isTrue();

        ZOOM.hangUp("suzuki");
        assertThat(room.one("#over-title")).hasText("Thank you for calling");
        ZOOM.wrapUpDone("suzuki", "Mail");
        assertThat(room.one("#over-text")).containsText("will write to you");
        assertThat(console.figure("served")).hasText("1");
        assertThat(console.figure("available")).hasText("1");
    }

    @Test
    void zoomsClient_isAskedAsDocumented() {
        ZOOM.ready("suzuki");
        Page page = BROWSER.page("en");
        page.addInitScript(WATCH);
        Room room = calling(ZoomDesk.called(page, server.url()));
        String reference = reference(room);

        assertThat(String.valueOf(page.evaluate("JSON.stringify(asked)")))
                .isEqualTo("[{\"env\":\"us01\"},{\"entryId\":\"entry-en\"},{\"ticket\":\"" + reference + "\"}]");
        assertThat(page.evaluate("document.querySelector('script[src*=video-client]').getAttributeNames()"))
                .isEqualTo(List.of("type", "src"));
        page.locator("#zoom-end").click();
        assertThat(room.one("#over-title")).isVisible();
        assertThat(page.evaluate("sessionStorage.left")).isEqualTo("undefined");
    }

    @Test
    void callerWhoEnds_isReleasedOnce_thoughAllEndEventsFire() {
        Room room = talking();
        List<String> said = new CopyOnWriteArrayList<>();
        room.page().onRequest(request -> {
            if (request.url().endsWith("/call-events")) {
                said.add(request.postData());
            }
        });

        room.press("zoom-end");

        assertThat(room.one("#over-title")).hasText("Thank you for calling");
        assertThat(said).containsExactly("{\"event\":\"ended\"}");
    }

    @Test
    void callerWhoLeavesByOurButton_isOver() {
        Room room = talking();

        room.page().onDialog(dialog -> dialog.accept());
        room.press("leave");

        assertThat(room.one("#over-title")).hasText("Thank you for calling");
    }

    @Test
    void callerWhoDropsOut_comesBackToTheSameCall() {
        Room room = talking();
        String engagement = ZOOM.engagementOf(reference(room));

        ZOOM.callerDrops(engagement);
        assertThat(room.one("#state")).hasText("The call was interrupted");
        assertThat(Axe.violations(room.page())).isEmpty();
        room.press("rejoin");

        assertThat(room.one("#state")).hasText("You are talking");
        assertThat(ZOOM.stateOf(engagement)).isEqualTo("assigned");
    }

    @Test
    void agentAnotherThanTheReservedOne_countsAsTheOneWhoTalks() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        ZOOM.ready("suzuki");
        Room room = calling(ZoomDesk.called(BROWSER.page("en"), server.url()));
        ZOOM.ready("smith");
        assertThat(console.figure("available")).hasText("1");

        ZOOM.reject("suzuki");
        ZOOM.answer("smith");

        assertThat(room.one("#state")).hasText("You are talking");
        assertThat(console.figure("on-call")).hasText("1");
        assertThat(console.figure("available")).hasText("0");
        assertThat(console.figure("break")).hasText("1");
    }

    @Test
    void console_showsCountsAndLine_andLeavesAnsweringToZoom() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        WireCaller waiting = WireCaller.join(server, "en");
        ZOOM.ready("sato");

        assertThat(console.figure("available")).hasText("1");
        assertThat(console.one("#own-elsewhere")).containsText("answered in Zoom");
        assertThat(console.row(waiting)).isVisible();
        assertThat(console.row(waiting).locator("button")).isHidden();
        assertThat(console.one("#own-wish")).isHidden();
        assertThat(console.one("#next")).isHidden();
        assertThat(console.page().locator("body")).not().containsText("Sato");
        assertThat(Axe.violations(console.page())).isEmpty();
    }

    @Test
    void callPage_hasTheDocumentedPolicyAndNoMore() {
        Page page = BROWSER.page("en");

        Response response = page.navigate(server.url() + "/call/helpdesk");

        assertThat(response.headers().get("content-security-policy"))
                .isEqualTo("default-src 'self'; base-uri 'self'; worker-src blob:; style-src 'self' 'unsafe-inline';"
                        + " script-src 'self' 'unsafe-inline' 'unsafe-eval' https://zoom.us *.zoom.us"
                        + " dmogdx0jrul3u.cloudfront.net blob:; connect-src 'self' https://zoom.us https://*.zoom.us"
                        + " wss://*.zoom.us; img-src 'self' https:; media-src 'self' https:; font-src 'self' https:;"
                        + " frame-ancestors 'none'");
        assertThat(page).hasURL(Pattern.compile("/room/helpdesk"));
    }

    @Test
    void zoomsScript_cannotRunUnderTheRoomsPolicy() {
        Page room = BROWSER.page("en");
        room.navigate(server.url() + "/room/helpdesk");

        Object outcome =
                room.evaluate("() => new Promise((resolve) => { const script = document.createElement('script');"
                        + " script.type = 'module'; script.onload = () => resolve('loaded');"
                        + " script.onerror = () => resolve('blocked'); document.head.append(script);"
                        + " document.addEventListener('securitypolicyviolation', () => resolve('blocked'));"
                        + " try { script.src = 'https://us01ccistatic.zoom.us/us01cci/web-sdk/video-client.js'; }"
                        + " catch { resolve('blocked'); } })");

        assertThat(outcome).isEqualTo("blocked");
    }

    @Test
    void engagementWithoutItsNumber_isFoundByTheVariable() {
        ZOOM.turn(Switch.ID_HIDDEN, true);
        Room room = talking();

        assertThat(ZOOM.stateOf(ZOOM.engagementOf(reference(room)))).isEqualTo("assigned");
        ZOOM.hangUp("suzuki");

        assertThat(room.one("#over-title")).hasText("Thank you for calling");
    }
}
