package madoguchi.stream;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.LockSupport;

/**
 * How late the event loops are: each has a timer of ten milliseconds, and what comes later than that was waited for. A thread
 * with nothing else to do keeps the same time; what it waits for, the loops are not to blame for.
 */
public final class Stalls {

    private static final long PERIOD_MILLIS = 10;
    private static final long PERIOD_NANOS = PERIOD_MILLIS * 1_000_000;
    private static final long LONG_NANOS = 100_000_000;

    private final LongAccumulator worst = new LongAccumulator(Math::max, 0);
    private final LongAccumulator worstIdle = new LongAccumulator(Math::max, 0);
    private final AtomicInteger many = new AtomicInteger();

    private Stalls() {}

    /** Watches all event loops. */
    public static Future<Stalls> watch(Vertx vertx) {
        Stalls stalls = new Stalls();
        Thread idle = new Thread(stalls::idle, "idle");
        idle.setDaemon(true);
        idle.start();
        return Future.all(java.util.stream.IntStream.range(0, VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE)
                        .mapToObj(i -> vertx.deployVerticle(stalls.new Probe()))
                        .toList())
                .map(deployed -> stalls);
    }

    /** The longest on a loop and on the idle thread since the last time this was asked, and how many were longer than 100 ms. */
    public String take() {
        return String.format(
                java.util.Locale.ROOT,
                "\"stall_ms\":%.0f,\"stalls_over_100_ms\":%d,\"idle_thread_ms\":%.0f",
                worst.getThenReset() / 1e6,
                many.getAndSet(0),
                worstIdle.getThenReset() / 1e6);
    }

    private void idle() {
        for (long last = System.nanoTime(); ; ) {
            LockSupport.parkNanos(PERIOD_NANOS);
            long now = System.nanoTime();
            worstIdle.accumulate(now - last - PERIOD_NANOS);
            last = now;
        }
    }

    private final class Probe extends VerticleBase {
        private long last = System.nanoTime();

        @Override
        public Future<?> start() {
            vertx.setPeriodic(PERIOD_MILLIS, id -> tick());
            return Future.succeededFuture();
        }

        private void tick() {
            long now = System.nanoTime();
            long late = now - last - PERIOD_NANOS;
            last = now;
            worst.accumulate(late);
            if (late > LONG_NANOS) {
                many.incrementAndGet();
            }
        }
    }
}
