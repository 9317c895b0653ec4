package madoguchi.http;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An RFC 9457 problem.
 *
 * @param slug the stable end of its {@code type}
 * @param detail {@code name: value (expected: …)}
 * @param more extension members and, under {@code Retry-After}, the header's seconds
 */
record Problem(int status, String slug, String title, String detail, Map<String, Object> more) {

    static final String RETRY_AFTER = "Retry-After";

    static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, Map.of());
    }

    Problem with(String member, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new Problem(status, slug, title, detail, members);
    }

    JsonObject json() {
        JsonObject json = new JsonObject()
                .put("type", "/problems/" + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        more.forEach((member, value) -> {
            if (!member.equals(RETRY_AFTER)) {
                json.put(member, value);
            }
        });
        return json;
    }
}
