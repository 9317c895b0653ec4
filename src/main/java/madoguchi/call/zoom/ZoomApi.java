package madoguchi.call.zoom;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import madoguchi.call.zoom.AccessToken.Token;
import madoguchi.call.zoom.ZoomException.Reason;

/**
 * Asks Zoom's REST service: within its rate limits, with a token that is renewed once where it is refused, and not at all while
 * the circuit is open. Owned by one event loop; nothing here waits for longer than a request's patience.
 */
final class ZoomApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A pause up to this long is waited for; a longer one is told to whoever asks. */
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(5);

    /** "The token does not contain the scopes". */
    private static final int NO_SCOPE = 4700;

    private final Vertx vertx;
    private final WebClient client;
    private final String base;
    private final AccessToken token;
    private final InstantSource clock;
    private final RateLimit limit = new RateLimit();
    private final CircuitBreaker circuit;

    ZoomApi(Vertx vertx, ZoomAccount account, InstantSource clock) {
        this.vertx = vertx;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setFollowRedirects(false)
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setUserAgent("Madoguchi"));
        this.base = account.apiUrl().toString();
        this.token = new AccessToken(client, account, clock);
        this.clock = clock;
        this.circuit = CircuitBreaker.of("zoom", circuit(clock));
    }

    private static CircuitBreakerConfig circuit(InstantSource clock) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(10))
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build();
    }

    /** What the token may do; empty where Zoom did not say. */
    Future<Set<String>> scopes() {
        return token.get().map(Token::scopes);
    }

    /** @param path below the base address, its parts encoded by {@link #part} */
    Future<JsonObject> get(String path, Map<String, String> query) {
        return pause().compose(v -> guarded(path, query));
    }

    /** One part of a path, whatever it holds. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Future<Void> pause() {
        Instant now = clock.instant();
        Instant at = limit.next(now);
        Duration pause = Duration.between(now, at);
        if (pause.compareTo(SHORT_PAUSE) > 0) {
            return Future.failedFuture(new ZoomException(Reason.LIMITED, "rate limit: reached"));
        }
        limit.take(at);
        if (pause.toMillis() == 0) {
            return Future.succeededFuture();
        }
        Promise<Void> over = Promise.promise();
        vertx.setTimer(pause.toMillis(), id -> over.complete());
        return over.future();
    }

    private Future<JsonObject> guarded(String path, Map<String, String> query) {
        if (!circuit.tryAcquirePermission()) {
            return Future.failedFuture(new ZoomException(Reason.NOT_ASKED, "circuit: open"));
        }
        long began = circuit.getCurrentTimestamp();
        return token.get()
                .compose(first -> send(path, query, first).compose(answer -> {
                    if (answer.statusCode() != 401) {
                        return Future.succeededFuture(answer);
                    }
                    token.refuse(first);
                    return token.get().compose(second -> send(path, query, second));
                }))
                .map(ZoomApi::body)
                .onComplete(done -> settle(done.cause(), circuit.getCurrentTimestamp() - began));
    }

    private void settle(@org.jspecify.annotations.Nullable Throwable cause, long took) {
        TimeUnit unit = circuit.getTimestampUnit();
        boolean down = cause != null && !(cause instanceof ZoomException e && e.reason() != Reason.UNREACHABLE);
        if (down) {
            circuit.onError(took, unit, cause);
        } else {
            circuit.onSuccess(took, unit);
        }
    }

    private Future<HttpResponse<Buffer>> send(String path, Map<String, String> query, Token with) {
        HttpRequest<Buffer> request = client.requestAbs(HttpMethod.GET, base + path)
                .bearerTokenAuthentication(with.value())
                .timeout(PATIENCE.toMillis());
        query.forEach(request::addQueryParam);
        return request.send()
                .recover(cause -> Future.failedFuture(new ZoomException(Reason.UNREACHABLE, "no answer from Zoom")))
                .onSuccess(answer -> limit.heed(answer.statusCode(), answer.headers(), clock.instant()));
    }

    private static JsonObject body(HttpResponse<Buffer> answer) {
        int status = answer.statusCode();
        if (status < 200 || status >= 300) {
            throw new ZoomException(reason(status, code(answer)), "refused by Zoom with " + status);
        }
        try {
            Buffer body = answer.bodyAsBuffer();
            return body == null || body.length() == 0 ? new JsonObject() : body.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw new ZoomException(Reason.UNREACHABLE, "Zoom's answer is no JSON object");
        }
    }

    private static Reason reason(int status, int code) {
        if (code == NO_SCOPE) {
            return Reason.SCOPE;
        }
        return switch (status) {
            case 401 -> Reason.CREDENTIALS;
            case 403 -> Reason.SCOPE;
            case 404 -> Reason.UNKNOWN;
            case 429 -> Reason.LIMITED;
            default -> status >= 500 ? Reason.UNREACHABLE : Reason.REFUSED;
        };
    }

    /** Zoom's own number for the failure; 0 where there is none. */
    private static int code(HttpResponse<Buffer> answer) {
        try {
            Buffer body = answer.bodyAsBuffer();
            return body == null ? 0 : body.toJsonObject().getInteger("code", 0);
        } catch (DecodeException | ClassCastException e) {
            return 0;
        }
    }

    void close() {
        client.close();
    }
}
