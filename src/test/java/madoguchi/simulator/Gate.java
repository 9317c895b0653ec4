package madoguchi.simulator;

import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** What stands before every REST operation: trouble, the account's limits, the token, its scopes. */
final class Gate {

    /** How many operations came here. */
    int asked;

    private final Tokens tokens;
    private final SimulatedClock clock;
    private final Switches switches;
    private Instant second = Instant.EPOCH;
    private int used;

    Gate(Tokens tokens, SimulatedClock clock, Switches switches) {
        this.tokens = tokens;
        this.clock = clock;
        this.switches = switches;
    }

    /** @param scope any of these, separated by spaces, will do */
    Handler<RoutingContext> before(String scope, Handler<RoutingContext> operation) {
        return ctx -> {
            asked++;
            Duration delay = switches.time(Switch.API_DELAY);
            if (delay.isZero()) {
                admit(ctx, scope, operation);
            } else {
                clock.after(delay, () -> admit(ctx, scope, operation));
            }
        };
    }

    private void admit(RoutingContext ctx, String scope, Handler<RoutingContext> operation) {
        if (ctx.response().closed()) {
            return;
        }
        Set<String> granted = tokens.scopes(token(ctx));
        if (switches.on(Switch.API_CUT)) {
            ctx.request().connection().close();
        } else if (fails()) {
            refuse(ctx, switches.number(Switch.API_STATUS), 0, "Internal error.");
        } else if (limited(ctx)) {
            refuse(ctx, 429, 429, "You have reached the maximum per-second rate limit for this API. Try again later.");
        } else if (granted == null) {
            refuse(ctx, 401, 124, "Invalid access token.");
        } else if (!granted.contains(scope)) {
            refuse(ctx, 400, 4700, "Invalid access token, does not contain scopes:[" + scope + "].");
        } else {
            operate(ctx, operation);
        }
    }

    private static void operate(RoutingContext ctx, Handler<RoutingContext> operation) {
        try {
            operation.handle(ctx);
        } catch (Absent absent) {
            refuse(ctx, 404, 2001, String.valueOf(absent.getMessage()));
        } catch (IllegalArgumentException wrong) {
            refuse(ctx, 400, 2907, String.valueOf(wrong.getMessage()));
        }
    }

    private static String token(RoutingContext ctx) {
        String header = ctx.request().getHeader("Authorization");
        return header != null && header.startsWith("Bearer ") ? header.substring(7) : "";
    }

    private boolean fails() {
        int left = switches.number(Switch.API_FAILURES);
        if (switches.number(Switch.API_STATUS) == 0 || left == 0) {
            return false;
        }
        switches.turn(Switch.API_FAILURES, Math.max(-1, left - 1));
        return true;
    }

    private boolean limited(RoutingContext ctx) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        used = now.equals(second) ? used + 1 : 1;
        second = now;
        int limit = switches.number(Switch.RATE_PER_SECOND);
        boolean daily = switches.on(Switch.DAILY_LIMIT);
        ctx.response()
                .putHeader("X-RateLimit-Category", "Medium")
                .putHeader("X-RateLimit-Type", daily ? "Daily-limit" : "QPS")
                .putHeader("X-RateLimit-Limit", daily ? "30000" : Integer.toString(limit))
                .putHeader("X-RateLimit-Remaining", daily ? "0" : Integer.toString(Math.max(0, limit - used)));
        if (daily) {
            Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
            ctx.response().putHeader("Retry-After", midnight.toString());
        } else if (used > limit) {
            ctx.response().putHeader("X-RateLimit-Reset", now.plusSeconds(1).toString());
            if (switches.on(Switch.RETRY_IN_SECONDS)) {
                ctx.response().putHeader("Retry-After", "1");
            }
        }
        return daily || used > limit;
    }

    private static void refuse(RoutingContext ctx, int status, int code, String message) {
        ctx.response().setStatusCode(status);
        ctx.json(new JsonObject().put("code", code).put("message", message));
    }
}
