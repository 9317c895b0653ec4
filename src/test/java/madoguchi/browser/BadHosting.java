package madoguchi.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Ways to host a desk under which no browser lets its pages use the microphone. */
final class BadHosting {

    private BadHosting() {}

    /**
     * By plain http, on a host that is not this computer.
     *
     * @return the desk's address there
     */
    static String insecure(Page page, String server) {
        page.route("http://desk.test/**", route -> passOn(route, server));
        return "http://desk.test";
    }

    private static void passOn(Route route, String server) {
        URI asked = URI.create(route.request().url());
        if (asked.getPath().endsWith("/stream")) {
            route.abort();
            return;
        }
        Map<String, String> headers = new HashMap<>(route.request().headers());
        headers.remove("origin");
        headers.remove("referer");
        route.fulfill(new Route.FulfillOptions()
                .setResponse(route.fetch(new Route.FetchOptions()
                        .setUrl(server + asked.getPath())
                        .setHeaders(headers))));
    }

    /** With a policy that forbids it. */
    static void forbidding(Page page) {
        page.route("**/room/helpdesk*", route -> {
            var response = route.fetch();
            Map<String, String> headers = new HashMap<>(response.headers());
            headers.put("permissions-policy", "microphone=()");
            route.fulfill(new Route.FulfillOptions().setResponse(response).setHeaders(headers));
        });
    }
}
