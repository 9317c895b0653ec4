package madoguchi.access;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import madoguchi.journal.Credentials;

/**
 * Hands a caller on to a call page on an origin of its own, where a provider's script may do what it likes: the page gets a code
 * for one use, and with it a token that is good for the call and for nothing else. Any thread.
 */
public final class CallCodes {

    private static final Duration LIFE = Duration.ofMinutes(1);

    private final Tokens tokens;
    private final Credentials credentials;
    private final SecureRandom random;
    private final InstantSource clock;

    public CallCodes(Tokens tokens, Credentials credentials, SecureRandom random, InstantSource clock) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.random = random;
        this.clock = clock;
    }

    /** @param token for the call alone */
    public record Redeemed(TicketPass pass, String token) {}

    /** @return a code for one use within a minute */
    public Future<String> make(TicketPass pass) {
        Instant expires = clock.instant().plus(LIFE);
        CallCode code = new CallCode(pass, RandomText.of(random), expires);
        return credentials.add(code.jti(), "call of " + pass.ticket(), expires).map(done -> tokens.issue(code));
    }

    /** Uses up a code, once whoever races. */
    public Future<Redeemed> redeem(String code) {
        return tokens.callCode(code)
                .compose(valid -> credentials
                        .use(valid.jti(), clock.instant())
                        .compose(used -> used
                                ? Future.succeededFuture(new Redeemed(valid.pass(), tokens.issueForCall(valid.pass())))
                                : Future.failedFuture(
                                        new UnauthenticatedException("code: used", "a new one from the room"))));
    }
}
