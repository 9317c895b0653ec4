package madoguchi.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The simulator's time: that of the clock beneath, moved ahead at will. Its timers are owned by the simulator's event loop. */
public final class SimulatedClock extends Clock {

    private record Timer(Instant due, long number, Runnable action) {}

    private final Clock beneath;
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::number));
    private volatile Duration ahead = Duration.ZERO;
    private long made;

    SimulatedClock(Clock beneath) {
        this.beneath = beneath;
    }

    @Override
    public Instant instant() {
        return beneath.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zone");
    }

    void after(Duration delay, Runnable action) {
        timers.add(new Timer(instant().plus(delay), made++, action));
    }

    /** Runs what is due by now. */
    void tick() {
        runUntil(instant());
    }

    /** Moves on, and runs on the way, each at its time, what falls due. */
    void advance(Duration by) {
        Instant target = instant().plus(by);
        runUntil(target);
        moveTo(target);
    }

    private void runUntil(Instant target) {
        while (!timers.isEmpty() && !timers.peek().due().isAfter(target)) {
            Timer next = timers.remove();
            moveTo(next.due());
            next.action().run();
        }
    }

    private void moveTo(Instant time) {
        Duration missing = Duration.between(instant(), time);
        if (missing.compareTo(Duration.ZERO) > 0) {
            ahead = ahead.plus(missing);
        }
    }
}
