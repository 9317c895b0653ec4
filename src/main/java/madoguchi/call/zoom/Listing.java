package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import madoguchi.call.zoom.ZoomException.Reason;

/**
 * One walk through the pages of a list. It ends without a next page, and where a page or its token comes again: Zoom is known to
 * repeat the first.
 */
final class Listing {

    /** The most that Zoom gives for the lists that we read. */
    private static final String PAGE = "100";

    private final ZoomApi api;
    private final String path;
    private final Map<String, String> query;
    private final Function<JsonObject, String> identity;
    private final List<JsonObject> rows = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> tokens = new HashSet<>();

    /** @param identity what tells the rows apart; empty for one that is to be left out */
    private Listing(ZoomApi api, String path, Map<String, String> query, Function<JsonObject, String> identity) {
        this.api = api;
        this.path = path;
        this.query = query;
        this.identity = identity;
    }

    /** The rows of all pages, each once; fails where an answer has no list. */
    static Future<List<JsonObject>> read(
            ZoomApi api, String path, Map<String, String> query, Function<JsonObject, String> identity) {
        return new Listing(api, path, query, identity).page("");
    }

    private Future<List<JsonObject>> page(String token) {
        Map<String, String> asked = new LinkedHashMap<>(query);
        asked.put("page_size", PAGE);
        if (!token.isEmpty()) {
            asked.put("next_page_token", token);
        }
        return api.get(path, asked).compose(this::take);
    }

    private Future<List<JsonObject>> take(JsonObject page) {
        Optional<JsonArray> list = list(page);
        if (list.isEmpty()) {
            return Future.failedFuture(new ZoomException(Reason.UNREACHABLE, "no list in Zoom's answer"));
        }
        int before = rows.size();
        list.get().forEach(row -> {
            if (row instanceof JsonObject json) {
                String name = identity.apply(json);
                if (!name.isEmpty() && known.add(name)) {
                    rows.add(json);
                }
            }
        });
        String next = page.getValue("next_page_token") instanceof String token ? token : "";
        boolean more = rows.size() > before && !next.isEmpty() && tokens.add(next);
        return more ? page(next) : Future.succeededFuture(rows);
    }

    /** Each answer has one; what it is called need not be known. */
    private static Optional<JsonArray> list(JsonObject page) {
        return page.fieldNames().stream()
                .map(page::getValue)
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .findFirst();
    }
}
