package madoguchi.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How many joins an address has per minute; a whole minute's worth may come at once. Remembers keyed hashes, not addresses, and
 * only the latest. Any thread.
 */
public final class JoinLimit {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final KeyedHash hash;
    private final LoadingCache<String, Bucket> buckets;

    /** @param addresses how many are remembered; a forgotten one begins anew */
    public JoinLimit(int perMinute, int addresses, KeyedHash hash) {
        this(perMinute, addresses, hash, TimeMeter.SYSTEM_NANOTIME);
    }

    JoinLimit(int perMinute, int addresses, KeyedHash hash, TimeMeter time) {
        this.hash = hash;
        buckets = Caffeine.newBuilder()
                .maximumSize(addresses)
                .expireAfterAccess(PERIOD)
                .ticker(time::currentTimeNanos)
                .build(address -> bucket(perMinute, time));
    }

    /**
     * Takes one join of that address.
     *
     * @return how long to wait before the next try; zero when this one is allowed
     */
    public Duration take(String clientAddress) {
        ConsumptionProbe probe =
                buckets.get(hash.of("address " + clientAddress)).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(int perMinute, TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                .withCustomTimePrecision(time)
                .build();
    }
}
