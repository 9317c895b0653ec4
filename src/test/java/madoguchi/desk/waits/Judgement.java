package madoguchi.desk.waits;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import madoguchi.desk.WaitRange;

/** Judges promises by the virtual waits, which a simulation knows and a desk does not. */
final class Judgement {

    private final List<SimulatedDay.Waited> waits = new ArrayList<>();
    private long callers;

    void add(SimulatedDay.Waited waited) {
        callers++;
        if (waited.promise().point() > 0) {
            waits.add(waited);
        }
    }

    Judgement ofBucket(int bucket) {
        Judgement part = new Judgement();
        waits.stream()
                .filter(waited -> History.bucket(waited.promise().ahead()) == bucket)
                .forEach(part::add);
        return part;
    }

    long waits() {
        return waits.size();
    }

    double gaveUp() {
        return share(SimulatedDay.Waited::gaveUp);
    }

    double inside() {
        return share(waited -> waited.virtual() >= range(waited).low()
                && waited.virtual() <= range(waited).high());
    }

    double below() {
        return share(waited -> waited.virtual() < range(waited).low());
    }

    double above() {
        return share(waited -> waited.virtual() > range(waited).high());
    }

    /** The mean of point minus virtual wait, in seconds: what the points are too long. */
    double bias() {
        return mean(waited -> waited.promise().point() - waited.virtual());
    }

    /** The same of the calibrated mean. */
    double expectedBias() {
        return mean(waited -> waited.expected() - waited.virtual());
    }

    double meanVirtual() {
        return mean(SimulatedDay.Waited::virtual);
    }

    /** Of all callers, those served at once too; what they really waited. */
    double meanActualOfAll() {
        return mean(SimulatedDay.Waited::actual) * waits.size() / callers;
    }

    double medianError() {
        double[] errors = waits.stream()
                .mapToDouble(waited -> Math.abs(waited.promise().point() - waited.virtual()))
                .sorted()
                .toArray();
        return errors[errors.length / 2];
    }

    private static WaitRange range(SimulatedDay.Waited waited) {
        return Objects.requireNonNull(waited.promise().range());
    }

    private double share(Predicate<SimulatedDay.Waited> is) {
        return mean(waited -> is.test(waited) ? 1 : 0);
    }

    private double mean(ToDoubleFunction<SimulatedDay.Waited> of) {
        return waits.stream().mapToDouble(of).average().orElseThrow();
    }
}
