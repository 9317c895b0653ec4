package madoguchi;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import madoguchi.http.Desks;

/** Whether new callers may be sent here: every desk is read and its journal writes, and no drain has begun. Any thread. */
final class Readiness {

    private final HealthChecks checks;
    private volatile boolean draining;

    Readiness(Vertx vertx, Desks desks) {
        checks = HealthChecks.create(vertx);
        checks.register("serving", (Promise<Status> result) -> result.complete(draining ? Status.KO() : Status.OK()));
        desks.byId()
                .forEach((id, counter) -> checks.register(
                        "desk-" + id,
                        (Promise<Status> result) -> counter.host()
                                .picture()
                                .map(desk -> counter.host().isHeld() ? Status.KO() : Status.OK())
                                .otherwise(Status.KO())
                                .onComplete(result)));
    }

    HealthChecks checks() {
        return checks;
    }

    void drain() {
        draining = true;
    }
}
