package madoguchi.desk;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What one command costs at a desk with many waiting: decide and apply, on tickets all over the line, which keeps its length.
 * Beside it in the same run: what one access to the machine's memory costs. In huge pages, because a line of a million lies in
 * more small ones than the processor knows by heart, and with a collector that does nothing between two collections.
 * Run: {@code mvn -q test-compile exec:exec@bench-line}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages", "-XX:+AlwaysPreTouch"})
public class LineBenchmark {

    private final SecureRandom random = new SecureRandom();

    /** After the joins as many leave again, unmeasured. */
    @State(Scope.Thread)
    public static class ThenLeaving extends LongLine {
        @Setup(Level.Invocation)
        public void before() {
            makeIds();
        }

        @TearDown(Level.Invocation)
        public void after() {
            leave();
        }
    }

    /** Before the leaves as many join, unmeasured. */
    @State(Scope.Thread)
    public static class AfterJoining extends LongLine {
        @Setup(Level.Invocation)
        public void before() {
            makeIds();
            join();
        }
    }

    /** At the end of the line; the id is made beforehand. */
    @Benchmark
    @OperationsPerInvocation(LongLine.STEPS)
    public long join(ThenLeaving line) {
        return line.join();
    }

    /** From anywhere in the line. */
    @Benchmark
    @OperationsPerInvocation(LongLine.STEPS)
    public long leave(AfterJoining line) {
        return line.leave();
    }

    /** What a join needs beside: an id that nobody can foresee. */
    @Benchmark
    public TicketId makeId() {
        return TicketId.random(random);
    }

    @Benchmark
    public long callAndReturn(LongLine line) {
        return line.callAndReturn();
    }

    @Benchmark
    public int position(LongLine line) {
        return line.position();
    }

    /** The yardstick: one access to memory that no cache holds, which is what most of the above consists of in a long line. */
    @Benchmark
    public int memory(Memory memory) {
        return memory.next();
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(LineBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
