package madoguchi.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Locale;

/** Conditional and compressed answers (RFC 9110 §13.1.2 and §12.5.3). */
final class ETags {

    private ETags() {}

    /** @param etag with its quotes; compared weakly, as If-None-Match is */
    static boolean matches(HttpServerRequest request, String etag) {
        String given = request.getHeader("If-None-Match");
        return given != null
                && Arrays.stream(given.split(","))
                        .map(String::trim)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    static boolean acceptsGzip(HttpServerRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.equals("gzip")
                                || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?")));
    }
}
