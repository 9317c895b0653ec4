package madoguchi.journal;

/** Somebody else has appended since: catch up and decide again. */
public final class JournalConflictException extends RuntimeException {

    public JournalConflictException(String desk, long afterVersion, long atVersion) {
        super(
                "journal of " + desk + ": after version " + afterVersion + " (expected: " + atVersion + ")",
                null,
                false,
                false);
    }
}
