package madoguchi.desk;

/** What the caller's call page says of the call; hints, except where nobody else could know. */
public enum CallReport {
    /** The provider's page is up and the caller waits for the operator. */
    STARTED,
    /** Sound flows both ways. */
    CONNECTED,
    /** The call did not come about (script blocked, microphone lost): back to the front of the line. */
    FAILED,
    /** The call broke off without the caller's wish: before the answer like {@link #FAILED}, in a call they may yet come back. */
    DROPPED,
    /** The caller hung up. */
    ENDED
}
