package madoguchi.call.zoom;

/** Why Zoom gave no answer. The message has no word of Zoom's own, because that might name somebody. */
final class ZoomException extends RuntimeException {

    enum Reason {
        /** No answer, a broken one, or Zoom's own failure: counts against the circuit. */
        UNREACHABLE,
        /** The circuit is open: not even asked. */
        NOT_ASKED,
        /** The account, the client id or its secret is wrong, or the app may not. */
        CREDENTIALS,
        /** The token lacks a scope. */
        SCOPE,
        /** No such queue, engagement, … */
        UNKNOWN,
        /** Asked too often; asks again later. */
        LIMITED,
        REFUSED
    }

    private final Reason reason;

    ZoomException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
