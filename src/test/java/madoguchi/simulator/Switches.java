package madoguchi.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The switches as they stand. Any thread. */
final class Switches {

    private final Map<Switch, Object> turned = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException where the value is of another kind */
    void turn(Switch which, Object value) {
        if (!which.initial().getClass().isInstance(value)) {
            throw new IllegalArgumentException(which + ": " + value + " (expected: "
                    + which.initial().getClass().getSimpleName() + ")");
        }
        turned.put(which, value);
    }

    Object value(Switch which) {
        return turned.getOrDefault(which, which.initial());
    }

    boolean on(Switch which) {
        return (Boolean) value(which);
    }

    int number(Switch which) {
        return (Integer) value(which);
    }

    java.time.Duration time(Switch which) {
        return java.time.Duration.ofMillis(number(which));
    }

    String word(Switch which) {
        return (String) value(which);
    }
}
