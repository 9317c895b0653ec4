package madoguchi.desk.waits;

import java.util.List;

/**
 * All that a {@link WaitEstimator} has learnt, as plain data.
 *
 * @param history the known waits by bucket of tickets ahead, oldest first
 */
public record WaitSnapshot(Mean call, Mean patience, List<List<Known>> history, Audit audit) {

    /**
     * A running mean.
     *
     * @param amount of the events remembered, in seconds
     * @param events how many are remembered, the older ones by their fading weight
     */
    public record Mean(double amount, double events) {}

    /**
     * What became of one wait.
     *
     * @param ratio the time waited over the point told at the start
     * @param served whether it was the caller's turn then; if not, they gave up, and the true wait would have been longer
     */
    public record Known(double ratio, boolean served) {}

    /**
     * The waits for which a range was promised, counted by their age: ten steps up to the range, ten in it, one beyond.
     *
     * @param served whose turn came at that age
     * @param gaveUp who left at that age
     * @param errors the newest distances between wait and point of those served, in seconds, oldest first
     */
    public record Audit(List<Long> served, List<Long> gaveUp, List<Double> errors) {}
}
