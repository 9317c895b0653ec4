package madoguchi.desk.waits;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last 500 waits of callers with about as many tickets ahead. Owned by the desk's thread. */
final class Bucket {

    private static final int KEPT = 500;
    private static final int SERVED_AT_LEAST = 30;

    private final Deque<WaitSnapshot.Known> waits;
    private long served;
    private @Nullable Curve curve;

    Bucket(Collection<WaitSnapshot.Known> known) {
        waits = new ArrayDeque<>(known);
        served = known.stream().filter(WaitSnapshot.Known::served).count();
    }

    void add(WaitSnapshot.Known wait) {
        if (waits.size() == KEPT && waits.removeFirst().served()) {
            served--;
        }
        waits.addLast(wait);
        if (wait.served()) {
            served++;
        }
        curve = null;
    }

    /** Empty until 30 waits that ended with the caller's turn are known. */
    Optional<Curve> curve() {
        if (curve == null && served >= SERVED_AT_LEAST) {
            curve = new Curve(waits);
        }
        return Optional.ofNullable(curve);
    }

    List<WaitSnapshot.Known> waits() {
        return List.copyOf(waits);
    }
}
