package madoguchi.journal;

/** The journal cannot write or read for now; nothing was acknowledged and nothing is lost. */
public final class JournalUnavailableException extends RuntimeException {

    public JournalUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
