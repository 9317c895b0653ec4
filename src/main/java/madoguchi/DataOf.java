package madoguchi;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import madoguchi.access.Keys;
import madoguchi.journal.SqliteStore;

/**
 * Opens the data folder. Keys and journal belong together: the keys are made last, once the journal stands, so that keys
 * without a journal are never a first start that was cut short, but a journal lost; to begin anew on them would lose it
 * silently.
 */
final class DataOf {

    private DataOf() {}

    record Opened(Keys keys, SqliteStore store) {}

    static Future<Opened> open(Vertx vertx, Path folder, InstantSource clock) {
        return vertx.executeBlocking(() -> Keys.ifMade(folder))
                .compose(made -> made.isPresent()
                        ? SqliteStore.reopen(vertx, folder).map(store -> new Opened(made.get(), store))
                        : SqliteStore.open(vertx, folder)
                                .compose(store -> keys(vertx, folder, store, clock)
                                        .map(keys -> new Opened(keys, store))
                                        .onFailure(cause -> store.close())));
    }

    /** Where the journal holds anything already, they are lost. */
    private static Future<Keys> keys(Vertx vertx, Path folder, SqliteStore store, InstantSource clock) {
        return store.isUnused()
                .compose(unused -> vertx.executeBlocking(
                        () -> unused ? Keys.make(folder, new SecureRandom(), clock.instant()) : Keys.load(folder)));
    }
}
