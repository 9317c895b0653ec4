package madoguchi.desk.waits;

/**
 * A mean of seconds per event that begins at a prior and forgets: about the newest 500 events count. Seconds may also be added without an
 * event, which is what a censored observation is: a caller whose turn came after 200 s adds 200 s of waiting, and no
 * giving up, to the mean patience. Owned by the desk's thread.
 */
final class RunningMean {

    private static final double PRIOR_EVENTS = 20;
    private static final double KEPT = 1 - 1.0 / 500;

    private double amount;
    private double events;

    RunningMean(WaitSnapshot.Mean mean) {
        amount = mean.amount();
        events = mean.events();
    }

    /** As if 20 events had had this mean. */
    static WaitSnapshot.Mean prior(double seconds) {
        return new WaitSnapshot.Mean(seconds * PRIOR_EVENTS, PRIOR_EVENTS);
    }

    void add(double seconds) {
        amount += seconds;
    }

    void addEvent(double seconds) {
        amount = amount * KEPT + seconds;
        events = events * KEPT + 1;
    }

    /** In seconds, at least 1. */
    double value() {
        return Math.max(1, amount / events);
    }

    WaitSnapshot.Mean state() {
        return new WaitSnapshot.Mean(amount, events);
    }
}
