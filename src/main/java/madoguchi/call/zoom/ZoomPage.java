package madoguchi.call.zoom;

import java.net.URI;
import madoguchi.call.CallPage;
import org.jspecify.annotations.Nullable;

/**
 * The call page of a Zoom desk, with the content policy that Zoom documents for its web SDK and no more
 * (developers.zoom.us/docs/contact-center/web/get-started).
 */
final class ZoomPage {

    private static final String SCRIPTS =
            "'self' 'unsafe-inline' 'unsafe-eval' https://zoom.us *.zoom.us dmogdx0jrul3u.cloudfront.net blob:";

    private ZoomPage() {}

    /** @param sdk a script to load instead of Zoom's own, which the policy must then let load and talk to its origin; or null */
    static CallPage of(@Nullable URI sdk) {
        String origin = sdk == null ? "" : " " + sdk.getScheme() + "://" + sdk.getRawAuthority();
        return new CallPage(
                "/call/zoom.html",
                "default-src 'self'; base-uri 'self'; worker-src blob:; style-src 'self' 'unsafe-inline'; script-src "
                        + SCRIPTS
                        + origin
                        + "; connect-src 'self' https://zoom.us https://*.zoom.us wss://*.zoom.us"
                        + origin
                        + "; "
                        + "img-src 'self' https:; media-src 'self' https:; font-src 'self' https:",
                "microphone=(self), display-capture=(self), camera=(self)");
    }
}
