package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import madoguchi.call.zoom.ZoomException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The app's access token: got by its credentials, renewed before it expires, asked for once however many wait for it. Owned by
 * one event loop.
 */
final class AccessToken {

    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WebClient client;
    private final ZoomAccount account;
    private final InstantSource clock;
    private @Nullable Token token;
    private @Nullable Future<Token> renewal;

    AccessToken(WebClient client, ZoomAccount account, InstantSource clock) {
        this.client = client;
        this.account = account;
        this.clock = clock;
    }

    /**
     * @param scopes empty where Zoom did not name them
     * @param renewAt a while before it expires
     */
    record Token(String value, Set<String> scopes, Instant renewAt) {

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    Future<Token> get() {
        if (token != null && clock.instant().isBefore(token.renewAt())) {
            return Future.succeededFuture(token);
        }
        return renewal != null ? renewal : renew();
    }

    /** Zoom no longer takes it; whoever has got a newer one meanwhile has no say. */
    void refuse(Token refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }

    private Future<Token> renew() {
        Future<Token> asked = ask();
        renewal = asked;
        asked.onComplete(done -> renewal = null).onSuccess(renewed -> token = renewed);
        return asked;
    }

    private Future<Token> ask() {
        MultiMap form = MultiMap.caseInsensitiveMultiMap()
                .add("grant_type", "account_credentials")
                .add("account_id", account.account());
        Instant now = clock.instant();
        return client.postAbs(account.tokenUrl().toString())
                .basicAuthentication(account.client(), account.secrets().client())
                .timeout(PATIENCE.toMillis())
                .sendForm(form)
                .recover(AccessToken::noAnswer)
                .map(answer -> read(answer, now));
    }

    private static Future<HttpResponse<Buffer>> noAnswer(Throwable cause) {
        return Future.failedFuture(new ZoomException(Reason.UNREACHABLE, "token: no answer from Zoom"));
    }

    private static Token read(HttpResponse<Buffer> answer, Instant now) {
        int status = answer.statusCode();
        if (status != 200) {
            boolean ours = status >= 400 && status < 500 && status != 429;
            throw new ZoomException(ours ? Reason.CREDENTIALS : Reason.UNREACHABLE, "token: refused with " + status);
        }
        try {
            JsonObject body = answer.bodyAsJsonObject();
            Duration life = Duration.ofSeconds(body.getLong("expires_in", 3600L));
            Duration margin = MARGIN.multipliedBy(2).compareTo(life) < 0 ? MARGIN : life.dividedBy(2);
            String scopes = body.getString("scope", "").trim();
            return new Token(
                    body.getString("access_token"),
                    scopes.isEmpty() ? Set.of() : Set.of(scopes.split("[\\s,]+")),
                    now.plus(life).minus(margin));
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            throw new ZoomException(Reason.UNREACHABLE, "token: no token in Zoom's answer");
        }
    }
}
