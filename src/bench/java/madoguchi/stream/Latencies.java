package madoguchi.stream;

import java.util.ArrayList;
import java.util.List;

/** The arrivals of several broadcasts, in nanoseconds. */
final class Latencies {

    private final List<Long> all = new ArrayList<>();
    private final List<Long> last = new ArrayList<>();

    void add(List<Long> broadcast) {
        all.addAll(broadcast);
        last.add(broadcast.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    int count() {
        return all.size();
    }

    double quantileMillis(double share) {
        return quantile(all, share);
    }

    /** Until the last stream had it: the median over the broadcasts. */
    double completionMillis() {
        return quantile(last, 0.5);
    }

    private static double quantile(List<Long> values, double share) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
    }
}
