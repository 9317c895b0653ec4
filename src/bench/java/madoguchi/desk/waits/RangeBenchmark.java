package madoguchi.desk.waits;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import madoguchi.desk.WaitRange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One caller's range: {@code mvn -q test-compile exec:exec@bench-waits}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RangeBenchmark {

    @Param({"0", "10", "1000", "100000"})
    int ahead;

    @Param({"SETTINGS", "HISTORY"})
    WaitRange.Basis basis = WaitRange.Basis.SETTINGS;

    private final WaitEstimator estimator = new WaitEstimator(Duration.ofMinutes(8), Duration.ofMinutes(10));

    /** Where the history is asked for, the bucket is full. */
    @Setup
    public void learn() {
        for (int i = 0; basis == WaitRange.Basis.HISTORY && i < 500; i++) {
            estimator.waitKnown(new Promise(ahead, 500, null), Duration.ofSeconds(1 + i), i % 3 > 0);
        }
    }

    @Benchmark
    public Optional<WaitRange> range() {
        return estimator.range(ahead, 3);
    }

    /** A wait becomes known, and the next caller is told the range that follows from it. */
    @Benchmark
    public Optional<WaitRange> waitKnownThenRange() {
        estimator.waitKnown(new Promise(ahead, 500, null), Duration.ofSeconds(400), true);
        return estimator.range(ahead, 3);
    }
}
