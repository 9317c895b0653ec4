package madoguchi.desk;

/**
 * The two figures between which the wait will lie with 80 % probability.
 *
 * @param low seconds, 0 or more
 * @param high seconds, at least {@code low}
 */
public record WaitRange(int low, int high, Basis basis) {

    /** Where the range comes from: the configured times, or what this desk has really seen. */
    public enum Basis {
        SETTINGS,
        HISTORY
    }

    /** An operator is free and nobody is ahead. */
    public static final WaitRange NONE = new WaitRange(0, 0, Basis.SETTINGS);

    public WaitRange {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("wait: " + low + "–" + high + " (expected: 0 <= low <= high)");
        }
    }
}
