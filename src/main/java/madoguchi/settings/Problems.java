package madoguchi.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gathers the mistakes of one reading, so that all are told at once. Owned by the reading thread. */
final class Problems {

    private static final int LONGEST_VALUE = 80;

    private final List<String> found = new ArrayList<>();
    private final Set<String> fromEnvironment;

    /** @param fromEnvironment the keys whose values came from the environment and are named as they are there */
    Problems(Set<String> fromEnvironment) {
        this.fromEnvironment = fromEnvironment;
    }

    void add(String key, Object value, String expected) {
        String name = fromEnvironment.contains(key) ? Environment.name(key) : key;
        found.add(name + ": " + shortened(shown(value)) + " (expected: " + expected + ")");
    }

    void require(boolean fulfilled, String key, Object value, String expected) {
        if (!fulfilled) {
            add(key, value, expected);
        }
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new SettingsException(found);
        }
    }

    private static String shown(Object value) {
        return value instanceof Duration duration ? Forms.text(duration) : String.valueOf(value);
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }
}
