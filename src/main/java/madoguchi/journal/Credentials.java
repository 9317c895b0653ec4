package madoguchi.journal;

import io.vertx.core.Future;
import java.time.Instant;

/** The ids ({@code jti}) of invitations and sessions, so that each can be revoked and an invitation is used once. */
public interface Credentials {

    Future<Void> add(String jti, String subject, Instant expires);

    /** Whether it is known, not revoked, not used up and not expired. */
    Future<Boolean> valid(String jti, Instant now);

    /** Uses up and answers true exactly once for a valid one, whoever races. */
    Future<Boolean> use(String jti, Instant now);

    Future<Void> revoke(String jti);

    Future<Void> revokeAllOf(String subject);

    /** Forgets what has expired. @return how many rows */
    Future<Integer> deleteExpired(Instant now);
}
