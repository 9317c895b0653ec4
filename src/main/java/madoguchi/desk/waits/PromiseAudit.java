package madoguchi.desk.waits;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import madoguchi.desk.WaitRange;

/**
 * Counts how the promised ranges were kept, in a life table: ten ages before the range, ten in it and one after it. Of the callers who
 * reach an age, the share whose turn comes in it is known, also where others give up; the true waits follow from these
 * shares. Three ages would be too coarse: patience ends early in a range, and the turn comes late. Owned by the desk's thread.
 */
final class PromiseAudit {

    private static final int BEFORE = 10;
    private static final int INSIDE = 10;
    private static final int ERRORS_KEPT = 500;

    private final long[] served;
    private final long[] gaveUp;
    private final Deque<Double> errors;

    PromiseAudit(WaitSnapshot.Audit audit) {
        served = array(audit.served());
        gaveUp = array(audit.gaveUp());
        errors = new ArrayDeque<>(audit.errors());
    }

    static WaitSnapshot.Audit nothing() {
        List<Long> zeros = Collections.nCopies(BEFORE + INSIDE + 1, 0L);
        return new WaitSnapshot.Audit(zeros, zeros, List.of());
    }

    void served(WaitRange range, double seconds, double error) {
        served[age(range, seconds)]++;
        if (errors.size() == ERRORS_KEPT) {
            errors.removeFirst();
        }
        errors.addLast(error);
    }

    void gaveUp(WaitRange range, double seconds) {
        gaveUp[age(range, seconds)]++;
    }

    private static int age(WaitRange range, double seconds) {
        if (seconds < range.low()) {
            return (int) (BEFORE * seconds / range.low());
        }
        if (seconds > range.high()) {
            return BEFORE + INSIDE;
        }
        double width = Math.max(1, range.high() - range.low());
        return BEFORE + Math.min(INSIDE - 1, (int) (INSIDE * (seconds - range.low()) / width));
    }

    PromiseRecord record() {
        if (sum(0) == 0) {
            return PromiseRecord.NONE;
        }
        double waitingAtLow = stillWaiting(BEFORE);
        double waitingAtHigh = stillWaiting(BEFORE + INSIDE);
        return new PromiseRecord(sum(0), waitingAtLow - waitingAtHigh, waitingAtHigh, medianError());
    }

    /** The share of callers whose turn would not have come before this age. Who gave up at an age counts half among those it might have come to. */
    private double stillWaiting(int end) {
        double waiting = 1;
        for (int age = 0; age < end; age++) {
            if (served[age] > 0) {
                waiting *= 1 - served[age] / (sum(age) - gaveUp[age] / 2.0);
            }
        }
        return waiting;
    }

    private long sum(int fromAge) {
        return IntStream.range(fromAge, served.length)
                .mapToLong(age -> served[age] + gaveUp[age])
                .sum();
    }

    private double medianError() {
        double[] sorted =
                errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length == 0 ? 0 : (sorted[middle] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    WaitSnapshot.Audit state() {
        return new WaitSnapshot.Audit(list(served), list(gaveUp), List.copyOf(errors));
    }

    private static long[] array(List<Long> ages) {
        return ages.stream().mapToLong(Long::longValue).toArray();
    }

    private static List<Long> list(long[] ages) {
        return Arrays.stream(ages).boxed().toList();
    }
}
