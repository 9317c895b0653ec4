package madoguchi.desk;

import java.time.Instant;

/** Where a ticket is on its way. The transitions are drawn in {@link Desk}. */
public sealed interface TicketState {

    /** In the line. {@code PARKED} tickets keep their place but are neither counted nor called. */
    record Waiting(Presence presence) implements TicketState {

        /** One for all of a long line. */
        static final Waiting HERE = new Waiting(Presence.HERE);
    }

    /** It is the caller's turn; the join window is open until {@code until}. */
    record Called(OperatorId operator, Instant until) implements TicketState {}

    /** The call provider has the caller, the operator has not answered yet. */
    record HandedOff(OperatorId operator, Instant since) implements TicketState {}

    /** {@code hungUp}: the caller has ended the call and the operator still owes the outcome. */
    record InCall(OperatorId operator, Instant since, boolean hungUp) implements TicketState {}

    record Ended(Outcome outcome, Instant at) implements TicketState {}

    enum Presence {
        HERE,
        STEPPED_AWAY,
        PARKED
    }
}
