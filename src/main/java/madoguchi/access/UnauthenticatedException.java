package madoguchi.access;

/** Whoever asks has not shown who they are: 401. The message says what is wrong and never quotes a token. */
public final class UnauthenticatedException extends RuntimeException {

    public UnauthenticatedException(String found, String expected) {
        super(found + " (expected: " + expected + ")", null, false, false);
    }
}
