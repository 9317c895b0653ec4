package madoguchi.stream;

import java.time.Duration;

/**
 * How streams are kept.
 *
 * @param heartbeat a stream hears something at least this often; a fifth of it is jitter
 * @param maxAgeLow a stream is ended at a random age between this and {@code maxAgeHigh}, so that a restart is ordinary
 *     churn
 * @param drainTimeout a reader that takes nothing for so long is cut
 * @param retryLow a client comes back after a random time between this and {@code retryHigh}, so that many do not
 *     come at once
 * @param maxStreams the most streams of one hub
 * @param writeQueue bytes that may wait for a slow reader; what is newer waits in its mailbox
 */
public record StreamRules(
        Duration heartbeat,
        Duration maxAgeLow,
        Duration maxAgeHigh,
        Duration drainTimeout,
        Duration retryLow,
        Duration retryHigh,
        int maxStreams,
        int writeQueue) {

    public StreamRules {
        require("heartbeat", heartbeat, Duration.ofMillis(10));
        require("maxAgeLow", maxAgeLow, Duration.ofMillis(1));
        require("maxAgeHigh", maxAgeHigh, maxAgeLow);
        require("drainTimeout", drainTimeout, Duration.ofMillis(1));
        require("retryLow", retryLow, Duration.ofMillis(1));
        require("retryHigh", retryHigh, retryLow);
        require("maxStreams", maxStreams, 1);
        require("writeQueue", writeQueue, 1024);
    }

    /** The defaults of the product. */
    public static StreamRules defaults() {
        return new StreamRules(
                Duration.ofSeconds(15),
                Duration.ofMinutes(8),
                Duration.ofMinutes(12),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(13),
                16_000,
                16 * 1024);
    }

    /** Milliseconds between two looks at the clocks of the streams. */
    long tick() {
        return Math.max(1, heartbeat.toMillis() / 60);
    }

    private static <T extends Comparable<T>> void require(String name, T value, T least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: >= " + least + ")");
        }
    }
}
