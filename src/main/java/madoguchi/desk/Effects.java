package madoguchi.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What each event does to a desk. */
final class Effects {

    private final Map<Class<? extends Event>, Consumer<Event>> rows = new HashMap<>();

    <E extends Event> Effects on(Class<E> type, Consumer<E> effect) {
        rows.put(type, event -> effect.accept(type.cast(event)));
        return this;
    }

    void apply(Event event) {
        Consumer<Event> effect = rows.get(event.getClass());
        if (effect == null) {
            throw new IllegalStateException("event: " + event + " (expected: one with an effect)");
        }
        effect.accept(event);
    }
}
