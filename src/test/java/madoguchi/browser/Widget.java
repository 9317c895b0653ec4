package madoguchi.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The widget as a visitor meets it; counts the streams its page opens and the policy violations it causes. */
final class Widget {

    private final Page page;
    private final List<String> requests = new ArrayList<>();

    private Widget(Page page) {
        this.page = page;
    }

    static Widget on(BrowserContext person, String url) {
        Widget widget = new Widget(person.newPage());
        widget.page.onRequest(request -> widget.requests.add(request.url()));
        widget.page.addInitScript("window.violations = []; window.heard = [];"
                + "addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective + ' ' + e.blockedURI));"
                + "for (const name of ['open', 'joined', 'called', 'ended'])"
                + " addEventListener('madoguchi:' + name, () => heard.push(name));");
        widget.page.navigate(url);
        widget.button().waitFor();
        return widget;
    }

    Page page() {
        return page;
    }

    Locator button() {
        return page.locator("madoguchi-call [part=button]");
    }

    Locator title() {
        return page.locator("madoguchi-call [part=title]");
    }

    Locator status() {
        return page.locator("madoguchi-call [part=status]");
    }

    Locator panel() {
        return page.locator("madoguchi-call [part=panel]");
    }

    Locator start() {
        return page.locator("madoguchi-call [part=start]");
    }

    Locator mail() {
        return page.locator("madoguchi-call [part=mail]");
    }

    /** @return the room's window */
    Page enter() {
        button().click();
        return page.waitForPopup(() -> start().click());
    }

    /** What this page asked of the desk so far, streams included. */
    List<String> requests() {
        return requests.stream().filter(url -> url.contains("/api/")).toList();
    }

    /** Whom this page asked for anything at all so far. */
    Set<String> origins() {
        return requests.stream()
                .map(url -> url.replaceFirst("(https?://[^/]+).*", "$1"))
                .collect(Collectors.toSet());
    }

    long streams() {
        return requests.stream().filter(url -> url.endsWith("/stream")).count();
    }

    List<String> violations() {
        return strings("violations");
    }

    /** The widget's events so far. */
    List<String> heard() {
        return strings("heard");
    }

    private List<String> strings(String variable) {
        List<?> found = (List<?>) Objects.requireNonNull(page.evaluate(variable));
        return found.stream().map(String::valueOf).toList();
    }

    /**
     * Cuts the network off and lets time pass, by a clock installed before, until the button says this. A stream that stands may
     * still bring a picture, before that and after.
     */
    void loseTheNetwork(String said) {
        Pattern wanted = Pattern.compile(said);
        page.context().setOffline(true);
        page.waitForCondition(() -> {
            page.clock().fastForward(50_000);
            return wanted.matcher(status().textContent()).find();
        });
    }

    /** Tells the page that it went out of sight, or came back. Headless tabs are always in sight. */
    void hide(boolean hidden) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});"
                        + " document.dispatchEvent(new Event('visibilitychange', {bubbles: true})); }",
                hidden);
    }
}
