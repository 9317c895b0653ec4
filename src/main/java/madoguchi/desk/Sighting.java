package madoguchi.desk;

/** What a call provider says an operator is doing. */
public enum Sighting {
    /** Takes calls. */
    READY,
    /** In a call, or still busy with the last one. */
    OCCUPIED,
    /** Signed in there, and takes no calls. */
    AWAY,
    OFFLINE
}
