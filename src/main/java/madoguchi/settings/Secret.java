package madoguchi.settings;

/** A text that is never printed. */
public final class Secret {

    private final String value;

    Secret(String value) {
        this.value = value;
    }

    /** The text itself, for the one place that needs it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
