package madoguchi.desk.waits;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import madoguchi.desk.WaitRange;

/**
 * Estimates waits from how many are ahead and how many operators are at work, and learns from what became of earlier estimates. The
 * point is the mean of {@link LineWait}; the range is that distribution's middle 80 % until enough waits like it are known, and from
 * then on the middle 80 % of what those waits were in terms of their points, see {@link Curve}.
 * Deterministic: the same calls in the same order give the same answers to the last bit. Owned by the desk's thread.
 */
public final class WaitEstimator {

    private final RunningMean call;
    private final RunningMean patience;
    private final History history;
    private final PromiseAudit audit;

    /**
     * An estimator that has seen nothing yet.
     *
     * @param meanCall from the answer until the operator is free again: how long it is expected to take
     * @param meanPatience how long callers are expected to wait before giving up
     */
    public WaitEstimator(Duration meanCall, Duration meanPatience) {
        this(new WaitSnapshot(
                RunningMean.prior(seconds(meanCall)),
                RunningMean.prior(seconds(meanPatience)),
                List.of(),
                PromiseAudit.nothing()));
    }

    private WaitEstimator(WaitSnapshot snapshot) {
        call = new RunningMean(snapshot.call());
        patience = new RunningMean(snapshot.patience());
        history = new History(snapshot.history());
        audit = new PromiseAudit(snapshot.audit());
    }

    /** The estimator as it was when the snapshot was taken. */
    public static WaitEstimator restore(WaitSnapshot snapshot) {
        return new WaitEstimator(snapshot);
    }

    /** An operator is free again. */
    public void callHandled(Duration handling) {
        call.addEvent(seconds(handling));
    }

    /** A caller's turn came, so their patience is known to be at least this. */
    public void served(Duration waited) {
        patience.add(seconds(waited));
    }

    public void gaveUp(Duration waited) {
        patience.addEvent(seconds(waited));
    }

    /**
     * Learns from a wait, and counts whether the promise was kept. Only waits that ran as the line runs belong here: not those of callers
     * who stepped away or were parked meanwhile. Without a point above 0 there is nothing to learn.
     *
     * @param served whether it ended with the caller's turn; if not, they gave up
     */
    public void waitKnown(Promise promise, Duration waited, boolean served) {
        if (!(promise.point() > 0)) {
            return;
        }
        double seconds = seconds(waited);
        history.add(promise.ahead(), new WaitSnapshot.Known(seconds / promise.point(), served));
        WaitRange range = promise.range();
        if (range != null && served) {
            audit.served(range, seconds, Math.abs(seconds - promise.point()));
        } else if (range != null) {
            audit.gaveUp(range, seconds);
        }
    }

    /**
     * The mean wait in seconds; NaN while nobody is at work.
     *
     * @param ahead counted tickets ahead, 0 or more
     * @param atWork operators available or busy
     */
    public double point(int ahead, int atWork) {
        return atWork == 0 ? Double.NaN : line(ahead, atWork).mean();
    }

    /**
     * The mean wait in seconds as this desk's history has it, in which the point's own bias is gone; the point while too little is
     * known, NaN while nobody is at work.
     */
    public double expected(int ahead, int atWork) {
        return point(ahead, atWork) * history.curve(ahead).map(Curve::mean).orElse(1.0);
    }

    /** The range that holds the wait with 80 % probability; empty while nobody is at work. */
    public Optional<WaitRange> range(int ahead, int atWork) {
        if (atWork == 0) {
            return Optional.empty();
        }
        LineWait line = line(ahead, atWork);
        return Optional.of(history.curve(ahead)
                .map(curve -> range(curve.low() * line.mean(), high(curve, line), WaitRange.Basis.HISTORY))
                .orElseGet(() -> range(line.low(), line.high(), WaitRange.Basis.SETTINGS)));
    }

    /** Where too few stayed to know the 90 % point, it is the line's own, or the longest wait known if that was longer. */
    private static double high(Curve curve, LineWait line) {
        return Double.isNaN(curve.high())
                ? Math.max(line.high(), curve.longest() * line.mean())
                : curve.high() * line.mean();
    }

    private static WaitRange range(double low, double high, WaitRange.Basis basis) {
        return new WaitRange((int) low, (int) Math.ceil(high), basis);
    }

    /** The probability, 0 to 1, that the wait is over by then; 0 while nobody is at work. */
    public double chanceWithin(int ahead, int atWork, Duration left) {
        if (atWork == 0) {
            return 0;
        }
        LineWait line = line(ahead, atWork);
        double ofLine = line.chanceWithin(seconds(left));
        return history.curve(ahead)
                .map(curve -> curve.chance(seconds(left) / line.mean()))
                .filter(chance -> !chance.isNaN())
                .orElse(ofLine);
    }

    /** How the promises so far were kept. */
    public PromiseRecord promises() {
        return audit.record();
    }

    public WaitSnapshot snapshot() {
        return new WaitSnapshot(call.state(), patience.state(), history.waits(), audit.state());
    }

    private LineWait line(int ahead, int atWork) {
        return LineWait.of(ahead, atWork, call.value(), patience.value());
    }

    private static double seconds(Duration duration) {
        return Math.max(0, duration.toMillis() / 1000.0);
    }
}
