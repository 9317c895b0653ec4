package madoguchi.simulator;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Server-to-Server OAuth: a token for an hour, no refresh token. */
final class Tokens {

    private record Token(Instant expires, Set<String> scopes) {}

    private static final Duration LIFE = Duration.ofHours(1);

    /** How many were asked for. */
    int asked;

    private final Map<String, Token> tokens = new HashMap<>();
    private final Account account;
    private final SimulatedClock clock;
    private final Switches switches;
    private final Random random;

    Tokens(Account account, SimulatedClock clock, Switches switches, Random random) {
        this.account = account;
        this.clock = clock;
        this.switches = switches;
        this.random = random;
    }

    /** Scopes of a token that is good now, else null. */
    @Nullable
    Set<String> scopes(String token) {
        Token known = tokens.get(token);
        return known == null || !clock.instant().isBefore(known.expires()) ? null : known.scopes();
    }

    /** Makes every token useless, as a change of the app does. */
    void revoke() {
        tokens.clear();
    }

    /** {@code POST /oauth/token} */
    void handle(RoutingContext ctx) {
        asked++;
        int status = switches.number(Switch.OAUTH_STATUS);
        if (status != 0) {
            ctx.response().setStatusCode(status).end("<html>trouble</html>");
        } else if (!basic().equals(ctx.request().getHeader("Authorization"))) {
            refuse(ctx, "Invalid client_id or client_secret", "invalid_client");
        } else if (!"account_credentials".equals(parameter(ctx, "grant_type"))) {
            refuse(ctx, "unsupported grant type", "unsupported_grant_type");
        } else if (!Account.ID.equals(parameter(ctx, "account_id"))) {
            refuse(ctx, "Bad Request", "invalid_request");
        } else {
            ctx.json(grant());
        }
    }

    private JsonObject grant() {
        String token = Signatures.token(random);
        tokens.put(token, new Token(clock.instant().plus(LIFE), Set.copyOf(account.scopes)));
        return new JsonObject()
                .put("access_token", token)
                .put("token_type", "bearer")
                .put("expires_in", LIFE.toSeconds())
                .put("scope", String.join(" ", account.scopes))
                .put("api_url", "https://api.zoom.us");
    }

    private static String basic() {
        String pair = Account.CLIENT + ":" + Account.CLIENT_SECRET;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String parameter(RoutingContext ctx, String name) {
        String form = ctx.request().getFormAttribute(name);
        return form == null ? ctx.request().getParam(name) : form;
    }

    private static void refuse(RoutingContext ctx, String reason, String error) {
        ctx.response().setStatusCode(400);
        ctx.json(new JsonObject().put("reason", reason).put("error", error));
    }
}
