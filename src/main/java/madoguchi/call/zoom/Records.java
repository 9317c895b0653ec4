package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks for Zoom's record of an engagement that should be over: it says who answered, however many events were lost, and how the
 * outcome is called, which the event for that need not say. Owned by one event loop.
 */
final class Records {

    private final Function<String, Future<JsonObject>> zoom;
    private final Insistence insistence;
    private final Engagements engagements;
    private final InstantSource clock;
    private final Set<String> asking = new HashSet<>();

    /** @param zoom what is to be read of an engagement */
    Records(
            Function<String, Future<JsonObject>> zoom,
            Insistence insistence,
            Engagements engagements,
            InstantSource clock) {
        this.zoom = zoom;
        this.insistence = insistence;
        this.engagements = engagements;
        this.clock = clock;
    }

    /**
     * @param named whether it matters how the outcome is called
     * @param changed done each time the record tells something new
     */
    void ask(String engagement, boolean named, Runnable changed) {
        Engagement known = engagements.get(engagement);
        boolean complete = known.answered() != null && (known.disposition() != null || !named);
        if (complete || !asking.add(engagement)) {
            return;
        }
        insistence.ask(number -> read(engagement, named, changed)).onComplete(done -> asking.remove(engagement));
    }

    private Future<Optional<EngagementRecord>> read(String engagement, boolean named, Runnable changed) {
        return zoom.apply(engagement).map(EngagementRecord::of).map(found -> {
            Engagement before = engagements.get(engagement);
            found.ifPresent(record -> engagements.recorded(engagement, record, clock.instant()));
            Engagement known = engagements.get(engagement);
            if (!known.equals(before)) {
                changed.run();
            }
            return found.filter(record -> known.answered() == null || known.disposition() != null || !named);
        });
    }
}
