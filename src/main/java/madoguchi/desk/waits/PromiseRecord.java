package madoguchi.desk.waits;

/**
 * How well the promised ranges were kept. Callers who gave up are part of it: their true wait is not known, but that it was longer is.
 *
 * @param waits how many were promised a range and either came to their turn or gave up
 * @param inside the share of true waits in their range, 0 to 1; 0.8 is promised
 * @param above the share of true waits beyond the upper end, 0 to 1
 * @param medianError of the last 500 whose turn came, the median distance between wait and point, in seconds
 */
public record PromiseRecord(long waits, double inside, double above, double medianError) {

    static final PromiseRecord NONE = new PromiseRecord(0, 0, 0, 0);
}
