package madoguchi.desk.waits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * One day of a desk, event by event. Who gives up stays in the line as a ghost that holds up nobody, until the turn would have been theirs: so
 * every caller's virtual wait is known, the one that endless patience would have seen.
 */
final class SimulatedDay {

    private final Scenario scenario;
    private final WaitEstimator estimator;
    private final Consumer<Waited> told;
    private final RandomGenerator random;
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparingDouble(Due::at).thenComparingLong(Due::number));
    private final Deque<Caller> line = new ArrayDeque<>();

    private long scheduled;
    private double now;
    private int waiting;
    private int atWork;
    private int free;
    private int leaving;

    SimulatedDay(Scenario scenario, WaitEstimator estimator, Consumer<Waited> told, RandomGenerator random) {
        this.scenario = scenario;
        this.estimator = estimator;
        this.told = told;
        this.random = random;
        this.atWork = scenario.operators();
        this.free = atWork;
    }

    /**
     * What became of a caller.
     *
     * @param promise what they were told; its point is 0 where they were served at once
     * @param expected the calibrated mean then, in seconds
     * @param virtual the wait with endless patience, in seconds
     * @param patience how long they would have waited, in seconds
     */
    record Waited(Promise promise, double expected, double virtual, double patience) {

        boolean gaveUp() {
            return patience < virtual;
        }

        double actual() {
            return Math.min(virtual, patience);
        }
    }

    private record Due(double at, long number, Runnable action) {}

    private static final class Caller {
        final double joined;
        final double patience;
        final Promise promise;
        final double expected;
        boolean gone;

        Caller(double joined, double patience, Promise promise, double expected) {
            this.joined = joined;
            this.patience = patience;
            this.promise = promise;
            this.expected = expected;
        }
    }

    /** From opening until the last caller's turn has come. */
    void run() {
        in(nextArrival(), this::arrive);
        if (scenario.atLunch() > 0) {
            in(4 * 3600, this::lunch);
            in(5 * 3600, this::afterLunch);
        }
        while (!agenda.isEmpty()) {
            Due due = agenda.remove();
            now = due.at();
            due.action().run();
        }
    }

    private void in(double seconds, Runnable action) {
        agenda.add(new Due(now + seconds, scheduled++, action));
    }

    /** By thinning: drawn at the highest rate, and kept as often as the rate then is of that. */
    private double nextArrival() {
        double most = scenario.callersPerSecond(0);
        double next = now;
        do {
            next += random.nextExponential() / most;
        } while (random.nextDouble() * most > scenario.callersPerSecond(next));
        return next - now;
    }

    private void arrive() {
        if (now >= scenario.day()) {
            return;
        }
        double patience = scenario.patience() * random.nextExponential();
        if (free > 0) {
            free--;
            told.accept(new Waited(new Promise(0, 0, null), 0, 0, patience));
            answer();
        } else {
            join(patience);
        }
        in(nextArrival(), this::arrive);
    }

    private void join(double patience) {
        Promise promise = new Promise(
                waiting,
                estimator.point(waiting, atWork),
                estimator.range(waiting, atWork).orElseThrow());
        Caller caller = new Caller(now, patience, promise, estimator.expected(waiting, atWork));
        line.addLast(caller);
        waiting++;
        in(patience, () -> giveUp(caller));
    }

    private void giveUp(Caller caller) {
        if (!caller.gone) {
            caller.gone = true;
            waiting--;
            Duration waited = duration(caller.patience);
            estimator.gaveUp(waited);
            if (!scenario.servedAlone()) {
                estimator.waitKnown(caller.promise, waited, false);
            }
        }
    }

    private void answer() {
        double length = scenario.call().applyAsDouble(random);
        in(length, () -> {
            estimator.callHandled(duration(length));
            release();
        });
    }

    private void release() {
        if (leaving > 0) {
            leaving--;
            atWork--;
        } else {
            free++;
            callNext();
        }
    }

    private void callNext() {
        while (free > 0 && !line.isEmpty()) {
            Caller caller = line.removeFirst();
            double virtual = now - caller.joined;
            told.accept(new Waited(caller.promise, caller.expected, virtual, caller.patience));
            if (!caller.gone) {
                caller.gone = true;
                waiting--;
                free--;
                estimator.served(duration(virtual));
                estimator.waitKnown(caller.promise, duration(virtual), true);
                answer();
            }
        }
    }

    private void lunch() {
        int atOnce = Math.min(free, scenario.atLunch());
        free -= atOnce;
        atWork -= atOnce;
        leaving = scenario.atLunch() - atOnce;
    }

    private void afterLunch() {
        int back = scenario.atLunch() - leaving;
        leaving = 0;
        atWork += back;
        free += back;
        callNext();
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds));
    }
}
