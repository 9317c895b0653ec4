package madoguchi.desk;

/** What the room's rehearsal found: passed, or why not (the cures are the room's business). */
public enum MicrophoneResult {
    PASSED,
    DENIED,
    DISMISSED,
    BLOCKED_BY_SYSTEM,
    BLOCKED_BY_SITE,
    NOT_FOUND,
    BUSY,
    SILENT,
    INSECURE,
    UNSUPPORTED,
    NO_ANSWER,
    FAILED
}
