package madoguchi.desk.waits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The waits of this desk by tickets ahead: 0, 1–2, 3–5, 6–10, 11–20, 21–40 and so on. Owned by the desk's thread. */
final class History {

    private static final int[] FIRST_ENDS = {0, 2, 5, 10};

    private final List<Bucket> buckets = new ArrayList<>();

    History(List<List<WaitSnapshot.Known>> known) {
        known.forEach(waits -> buckets.add(new Bucket(waits)));
    }

    void add(int ahead, WaitSnapshot.Known wait) {
        int bucket = bucket(ahead);
        while (buckets.size() <= bucket) {
            buckets.add(new Bucket(List.of()));
        }
        buckets.get(bucket).add(wait);
    }

    Optional<Curve> curve(int ahead) {
        int bucket = bucket(ahead);
        return bucket < buckets.size() ? buckets.get(bucket).curve() : Optional.empty();
    }

    List<List<WaitSnapshot.Known>> waits() {
        return buckets.stream().map(Bucket::waits).toList();
    }

    static int bucket(int ahead) {
        int bucket = 0;
        for (int end = 0; ahead > end; bucket++) {
            end = bucket + 1 < FIRST_ENDS.length ? FIRST_ENDS[bucket + 1] : 2 * end;
        }
        return bucket;
    }
}
