package madoguchi.host;

import java.time.Duration;

/**
 * How long silence is taken for presence, and how often a desk tells its news.
 *
 * @param parkAfter a caller without a sign of life is parked
 * @param abandonAfter and their ticket ended; longer than {@code parkAfter}
 * @param rejoin a caller in a call without a sign of life counts as having hung up
 * @param operatorLease an operator without one is signed off
 * @param flush changes are folded into at most one tell per this time
 * @param heartbeat every caller is told the present picture at least this often
 * @param exact up to this position every change is told; beyond, one of more than 5 %
 */
public record PresenceRules(
        Duration parkAfter,
        Duration abandonAfter,
        Duration rejoin,
        Duration operatorLease,
        Duration flush,
        Duration heartbeat,
        int exact) {

    /** As the product has it. */
    public PresenceRules(
            Duration parkAfter,
            Duration abandonAfter,
            Duration rejoin,
            Duration operatorLease,
            Duration flush,
            Duration heartbeat) {
        this(parkAfter, abandonAfter, rejoin, operatorLease, flush, heartbeat, 20);
    }
}
