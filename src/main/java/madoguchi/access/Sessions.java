package madoguchi.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import madoguchi.desk.OperatorId;
import madoguchi.journal.Credentials;
import madoguchi.journal.PrivateTable;

/**
 * Signing in by a one-time link, and the session that follows. What may still be used is in {@link Credentials}; names, and who
 * a name is, in {@link PrivateTable}, so that both go on the same day. Signing in ends the operator's earlier session: another
 * link is how roles change. Any thread.
 */
public final class Sessions {

    private static final int MOST_REMEMBERED = 100_000;

    private final Keyring keyring;
    private final Credentials credentials;
    private final PrivateTable names;
    private final AccessRules rules;
    private final InstantSource clock;
    /** The last sign of life by session; soft: after a restart each begins anew. */
    private final Cache<String, Instant> seen =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    public Sessions(
            Keyring keyring, Credentials credentials, PrivateTable names, AccessRules rules, InstantSource clock) {
        this.keyring = keyring;
        this.credentials = credentials;
        this.names = names;
        this.rules = rules;
        this.clock = clock;
    }

    /** What makes and checks tokens. */
    public record Keyring(Tokens tokens, KeyedHash hash, SecureRandom random) {}

    /** @param token for the sign-in link */
    public record Invited(OperatorId operator, String token, Instant expires) {}

    /** @param token for the cookie */
    public record SignedIn(OperatorPass pass, String token) {}

    /** Makes a one-time link for somebody, who is the operator of that name if there is one already. */
    public Future<Invited> invite(Invitee invitee) {
        Instant now = clock.instant();
        String known = nameKey(invitee);
        return names.get(List.of(known))
                .map(found -> found.containsKey(known)
                        ? new OperatorId(found.get(known))
                        : OperatorId.random(keyring.random()))
                .compose(operator ->
                        remember(operator, known, invitee, now).compose(done -> invite(operator, invitee, now)));
    }

    private Future<Void> remember(OperatorId operator, String nameKey, Invitee invitee, Instant now) {
        Instant deleteAt = now.plus(rules.names());
        return names.put(operator.value(), invitee.name(), deleteAt)
                .compose(done -> names.put(nameKey, operator.value(), deleteAt));
    }

    private Future<Invited> invite(OperatorId operator, Invitee invitee, Instant now) {
        Instant expires = now.plus(rules.invitation());
        Invitation invitation = new Invitation(
                operator,
                RandomText.of(keyring.random()),
                invitee.roles(),
                invitee.desks(),
                invitee.languages(),
                expires);
        String token = keyring.tokens().issue(invitation);
        return credentials
                .add(invitation.jti(), "invitation of " + operator, expires)
                .map(new Invited(operator, token, expires));
    }

    /** Uses up a link, once whoever races, and begins a session. */
    public Future<SignedIn> redeem(String invitation) {
        Instant now = clock.instant();
        return keyring.tokens()
                .invitation(invitation)
                .compose(valid -> credentials
                        .use(valid.jti(), now)
                        .compose(used -> used
                                ? begin(valid, now)
                                : Future.failedFuture(new UnauthenticatedException(
                                        "invitation: used or withdrawn", "a new sign-in link"))));
    }

    private Future<SignedIn> begin(Invitation invitation, Instant now) {
        OperatorPass pass = new OperatorPass(
                invitation.operator(),
                RandomText.of(keyring.random()),
                invitation.roles(),
                invitation.desks(),
                invitation.languages(),
                Instant.ofEpochSecond(now.plus(rules.session()).getEpochSecond()));
        seen.put(pass.session(), now);
        return end(pass.operator())
                .compose(done -> credentials.add(pass.session(), pass.operator().value(), pass.expires()))
                .map(done -> new SignedIn(pass, keyring.tokens().issue(pass)));
    }

    /** Who holds the session's token; a sign of life. */
    public Future<OperatorPass> verify(String token) {
        Instant now = clock.instant();
        return keyring.tokens()
                .operator(token)
                .compose(pass -> credentials
                        .valid(pass.session(), now)
                        .compose(valid -> valid ? alive(pass, now) : Future.failedFuture(ended())));
    }

    private Future<OperatorPass> alive(OperatorPass pass, Instant now) {
        Instant last = seen.asMap().getOrDefault(pass.session(), now);
        if (last.plus(rules.idle()).isBefore(now)) {
            return signOut(pass).compose(done -> Future.failedFuture(ended()));
        }
        seen.put(pass.session(), now);
        return Future.succeededFuture(pass);
    }

    private static UnauthenticatedException ended() {
        return new UnauthenticatedException("session: ended", "a new sign-in");
    }

    /** An open stream is a sign of life, too: nobody is signed out under its feet. */
    public void touch(OperatorPass pass) {
        seen.put(pass.session(), clock.instant());
    }

    public Future<Void> signOut(OperatorPass pass) {
        seen.invalidate(pass.session());
        return credentials.revoke(pass.session());
    }

    /** Ends all sessions of an operator, whose roles have changed or who has left. */
    public Future<Void> end(OperatorId operator) {
        return credentials.revokeAllOf(operator.value());
    }

    /** The names are only found by who has the key, and only as long as they are kept. */
    private String nameKey(Invitee invitee) {
        String desks = String.join(" ", invitee.desks().stream().sorted().toList());
        return "name " + keyring.hash().of("operator " + desks + " " + invitee.name());
    }
}
