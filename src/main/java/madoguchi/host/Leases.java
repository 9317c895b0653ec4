package madoguchi.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has given no sign of life for how long. A holder with an open stream needs no renewal; the lease of all others runs
 * from their last sign of life. All leases here last equally long, so the order of renewal is the order of expiry.
 *
 * <p>Owned by the desk's event loop. Soft: after a restart every lease starts anew.
 */
final class Leases<K> {

    private final Duration length;
    private final LinkedHashMap<K, Instant> running = new LinkedHashMap<>();

    Leases(Duration length) {
        this.length = length;
    }

    /** Starts the lease anew. */
    void start(K holder, Instant now) {
        running.remove(holder);
        running.put(holder, now);
    }

    /** No lease runs while a stream is open, or when the holder is gone for good. */
    void stop(K holder) {
        running.remove(holder);
    }

    boolean runs(K holder) {
        return running.containsKey(holder);
    }

    /** Removes and returns the holders whose lease is over. */
    List<K> over(Instant now) {
        List<K> over = new ArrayList<>();
        Iterator<Map.Entry<K, Instant>> oldest = running.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<K, Instant> entry = oldest.next();
            if (entry.getValue().plus(length).isAfter(now)) {
                break;
            }
            over.add(entry.getKey());
            oldest.remove();
        }
        return over;
    }
}
