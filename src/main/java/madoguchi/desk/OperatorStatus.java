package madoguchi.desk;

import java.time.Instant;

/** What an operator is doing. {@link #atWork} counts those who answer calls now or will when they are done. */
public sealed interface OperatorStatus {

    record Offline() implements OperatorStatus {}

    record Available(Instant since) implements OperatorStatus {}

    /** Reserved for a caller: called, or already handed off and ringing at the console until answered. */
    record Ringing(TicketId ticket, Instant since) implements OperatorStatus {}

    record OnCall(TicketId ticket, Instant since) implements OperatorStatus {}

    /** After a call; {@code ticket} still lacks its outcome, or is null when that is written. */
    record WrapUp(@org.jspecify.annotations.Nullable TicketId ticket, Instant until) implements OperatorStatus {}

    record Break(Instant since) implements OperatorStatus {}

    /** Busy in the call provider with something that is no caller of this desk, or not yet or no longer. */
    record Occupied(Instant since) implements OperatorStatus {}

    default boolean busy() {
        return this instanceof Ringing || this instanceof OnCall || this instanceof WrapUp || this instanceof Occupied;
    }

    default boolean atWork() {
        return this instanceof Available || busy();
    }
}
