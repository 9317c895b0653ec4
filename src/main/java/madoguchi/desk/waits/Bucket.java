package madoguchi.desk.waits;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last 500 waits of callers with about as many tickets ahead, by age and by length. Owned by the desk's thread. */
final class Bucket {

    private static final int KEPT = 500;
    private static final int SERVED_AT_LEAST = 30;

    private final Deque<WaitSnapshot.Known> waits = new ArrayDeque<>();
    private final List<WaitSnapshot.Known> sorted = new ArrayList<>();
    private int served;
    private @Nullable Curve curve;

    Bucket(Collection<WaitSnapshot.Known> known) {
        known.forEach(this::add);
    }

    void add(WaitSnapshot.Known wait) {
        if (waits.size() == KEPT) {
            forget(waits.removeFirst());
        }
        waits.addLast(wait);
        int place = Collections.binarySearch(sorted, wait, Bucket::shortestFirst);
        sorted.add(place < 0 ? -place - 1 : place, wait);
        served += wait.served() ? 1 : 0;
        curve = null;
    }

    private void forget(WaitSnapshot.Known wait) {
        sorted.remove(Collections.binarySearch(sorted, wait, Bucket::shortestFirst));
        served -= wait.served() ? 1 : 0;
    }

    /** Whoever gave up just when another was served waited longer. */
    private static int shortestFirst(WaitSnapshot.Known one, WaitSnapshot.Known other) {
        int byRatio = Double.compare(one.ratio(), other.ratio());
        return byRatio != 0 ? byRatio : Boolean.compare(other.served(), one.served());
    }

    /** Empty until 30 waits that ended with the caller's turn are known. */
    Optional<Curve> curve() {
        if (curve == null && served >= SERVED_AT_LEAST) {
            curve = new Curve(sorted);
        }
        return Optional.ofNullable(curve);
    }

    List<WaitSnapshot.Known> waits() {
        return List.copyOf(waits);
    }
}
