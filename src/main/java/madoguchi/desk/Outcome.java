package madoguchi.desk;

/** How a ticket ended. The first four are an operator's words, the others what the desk saw. */
public enum Outcome {
    SOLVED,
    FOLLOW_UP,
    REFERRED,
    DROPPED,
    LEFT,
    ABANDONED,
    NO_SHOW,
    CLOSED;

    /** Whether an operator may name it when they end a call. */
    public boolean ofCall() {
        return this == SOLVED || this == FOLLOW_UP || this == REFERRED || this == DROPPED;
    }

    /** Whether it is that of a caller who went before anybody answered. */
    boolean ofLostCaller() {
        return this == LEFT || this == ABANDONED || this == NO_SHOW;
    }
}
