package madoguchi.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Lists by pages: a token is good for 15 minutes and for the very same question. */
final class Paging {

    private record Mark(String question, int from, Instant expires) {}

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Map<String, Mark> marks = new HashMap<>();
    private final SimulatedClock clock;
    private final Switches switches;
    private final Random random;

    Paging(SimulatedClock clock, Switches switches, Random random) {
        this.clock = clock;
        this.switches = switches;
        this.random = random;
    }

    /** @param name of the list in the answer */
    JsonObject page(RoutingContext ctx, String name, List<JsonObject> all, int largest) {
        int size = Math.min(largest, Math.max(1, number(ctx, "page_size", 30)));
        int from = switches.on(Switch.PAGE_REPEATS) ? 0 : from(ctx);
        int to = Math.min(all.size(), from + size);
        boolean more = to < all.size() || switches.on(Switch.PAGE_REPEATS);
        return new JsonObject()
                .put("next_page_token", more ? mark(ctx, to) : "")
                .put("page_size", size)
                .put("total_records", all.size())
                .put(name, new JsonArray(all.subList(Math.min(from, to), to)));
    }

    private int from(RoutingContext ctx) {
        String token = ctx.request().getParam("next_page_token", "");
        if (token.isEmpty()) {
            return 0;
        }
        Mark mark = marks.get(token);
        if (mark == null || clock.instant().isAfter(mark.expires())) {
            throw new IllegalArgumentException("next_page_token: invalid or expired");
        }
        return mark.question().equals(question(ctx)) ? mark.from() : 0;
    }

    private String mark(RoutingContext ctx, int to) {
        String token = Signatures.token(random);
        marks.put(token, new Mark(question(ctx), to, clock.instant().plus(LIFE)));
        return token;
    }

    private static String question(RoutingContext ctx) {
        Map<String, String> filters = new TreeMap<>();
        ctx.queryParams().forEach(entry -> filters.put(entry.getKey(), entry.getValue()));
        filters.remove("next_page_token");
        return ctx.request().path() + filters;
    }

    private static int number(RoutingContext ctx, String name, int otherwise) {
        String given = ctx.request().getParam(name, "");
        return given.isEmpty() ? otherwise : Integer.parseInt(given);
    }
}
