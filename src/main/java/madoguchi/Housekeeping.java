package madoguchi;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import madoguchi.access.Keys;
import madoguchi.access.Tokens;
import madoguchi.journal.SqliteStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be done now and then: delete the private texts whose date has come and the credentials that have expired, and
 * sign with a new key. Owned by one event loop; {@link #keep} is called by a timer.
 */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    static final Duration EVERY = Duration.ofMinutes(10);

    /** Far longer than any token lives, so that the key before the present one is no longer needed when it goes. */
    private static final Duration KEY_AGE = Duration.ofDays(30);

    private final SqliteStore store;
    private final Tokens tokens;
    private final InstantSource clock;
    private Keys keys;

    Housekeeping(ServicesOf.Base base, Tokens tokens) {
        this.store = base.store();
        this.clock = base.clock();
        this.keys = base.keys();
        this.tokens = tokens;
    }

    void start(Vertx vertx, Duration every) {
        keep(vertx);
        vertx.setPeriodic(every.toMillis(), id -> keep(vertx));
    }

    private void keep(Vertx vertx) {
        Instant now = clock.instant();
        store.privateTable()
                .deleteDue(now)
                .onSuccess(rows -> LOG.debug("deleted {} private texts", rows))
                .onFailure(cause -> LOG.warn("private texts that are due stay for now", cause));
        store.credentials().deleteExpired(now).onFailure(cause -> LOG.warn("expired credentials stay for now", cause));
        if (keys.made().plus(KEY_AGE).isBefore(now)) {
            Keys old = keys;
            vertx.executeBlocking(() -> old.rotate(new SecureRandom(), now))
                    .onSuccess(rotated -> {
                        keys = rotated;
                        tokens.use(rotated);
                        LOG.info("signing with a new key");
                    })
                    .onFailure(cause -> LOG.warn("signing on with the old key", cause));
        }
    }
}
