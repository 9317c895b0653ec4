package madoguchi.access;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses what another site makes a signed-in browser send. For requests that a cookie speaks for. Immutable. */
public final class SameOrigin {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Pattern JSON = Pattern.compile("(?i)application/json(; ?charset=utf-8)?");

    private final String origin;

    /** @param publicUrl the origin people use */
    public SameOrigin(URI publicUrl) {
        origin = publicUrl.toString();
    }

    /** Whether the request changes nothing, or comes from one of our own pages and could not come from a mere form. */
    public boolean allows(HttpMethod method, MultiMap headers) {
        return SAFE.contains(method) || (isOurs(headers) && isNoForm(headers));
    }

    /** Browsers that send no fetch metadata still send the origin. */
    private boolean isOurs(MultiMap headers) {
        List<String> site = headers.getAll("Sec-Fetch-Site");
        return headers.getAll("Origin").equals(List.of(origin))
                && (site.isEmpty() || site.equals(List.of("same-origin")));
    }

    private static boolean isNoForm(MultiMap headers) {
        List<String> type = headers.getAll("Content-Type");
        String length = headers.get("Content-Length");
        boolean body = headers.contains("Transfer-Encoding") || (length != null && !length.equals("0"));
        return type.isEmpty()
                ? !body
                : type.size() == 1 && JSON.matcher(type.get(0)).matches();
    }
}
