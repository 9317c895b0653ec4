package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What one command costs at a desk with many waiting: decide and apply, on tickets all over the line, which is as long after each
 * measured step as before. Run: {@code mvn -q test-compile exec:exec@bench-line}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx3g")
public class LineBenchmark {

    private static final OperatorId OPERATOR = new OperatorId("a".repeat(26));

    @Param({"1000", "100000", "1000000"})
    public int waiting;

    private Desk desk = new Desk(rules());
    private TicketId[] tickets = new TicketId[0];
    private final Random random = new Random(1);
    private Instant now = Instant.parse("2026-11-24T03:00:00Z");

    private static DeskRules rules() {
        return new DeskRules(
                "bench",
                ZoneId.of("Asia/Tokyo"),
                List.of("ja", "en"),
                List.of(),
                OpeningHours.ALWAYS,
                Integer.MAX_VALUE,
                DeskRules.Calling.MANUAL,
                Duration.ofSeconds(60),
                10,
                3,
                Duration.ofSeconds(20),
                Duration.ofMinutes(5),
                Duration.ZERO,
                Duration.ofMinutes(2),
                Duration.ofMinutes(15),
                Duration.ofMinutes(8),
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                DeskRules.Staffing.CONSOLE,
                Outcome.DROPPED);
    }

    /** A line of this length, every second ticket of each language, every eighth ready. */
    @Setup(Level.Trial)
    public void fill() {
        desk = new Desk(rules());
        take(new Command.Enrol(OPERATOR, Set.of(Role.OPERATOR), Set.of("ja")));
        take(new Command.SetStatus(OPERATOR, Command.Wish.AVAILABLE));
        tickets = new TicketId[waiting];
        for (int i = 0; i < waiting; i++) {
            tickets[i] = TicketId.random(random);
            join(tickets[i], i % 2 == 0 ? "ja" : "en");
            if (i % 8 == 0) {
                take(new Command.CheckMicrophone(tickets[i], MicrophoneResult.PASSED));
            }
        }
    }

    /** One join at the end, the making of its id included, and one leave anywhere. */
    @Benchmark
    public long joinAndLeave() {
        now = now.plusMillis(10);
        int index = random.nextInt(waiting);
        take(new Command.Leave(tickets[index]));
        tickets[index] = TicketId.random(random);
        join(tickets[index], (index & 1) == 0 ? "ja" : "en");
        return desk.version();
    }

    /** One call of the next in the order of service, and that caller's return to the front, so that there is another. */
    @Benchmark
    public long callAndReturn() {
        Event.Called called = (Event.Called)
                desk.decide(new Command.CallNext(OPERATOR, null), now).get(0);
        desk.apply(called);
        take(new Command.PutBack(OPERATOR, called.ticket()));
        return desk.version();
    }

    @Benchmark
    public int position() {
        return desk.position(tickets[random.nextInt(waiting)]);
    }

    private void join(TicketId ticket, String language) {
        take(new Command.Join(ticket, language, null, null, null));
    }

    private void take(Command command) {
        desk.decide(command, now).forEach(desk::apply);
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(LineBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
