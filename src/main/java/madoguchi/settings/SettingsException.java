package madoguchi.settings;

import java.util.List;

/** The settings are wrong; the message has every mistake on a line of its own, and no secret. */
public final class SettingsException extends RuntimeException {

    private final transient List<String> problems;

    SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Each as {@code key: value (expected: …)}. */
    public List<String> problems() {
        return problems;
    }
}
