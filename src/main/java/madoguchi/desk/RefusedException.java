package madoguchi.desk;

/** Carries a {@link Refusal} out of {@link Desk#decide}. Control flow, hence without a stack trace. */
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
