package madoguchi.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a desk does with each command. */
final class Rules {

    private final Map<Class<? extends Command>, Rule<Command>> rows = new HashMap<>();

    /** Says what follows from a command, or refuses it; changes nothing. */
    @FunctionalInterface
    interface Rule<C> {
        List<Event> decide(C command, Instant now);
    }

    <C extends Command> Rules on(Class<C> type, Rule<C> rule) {
        rows.put(type, (command, now) -> rule.decide(type.cast(command), now));
        return this;
    }

    /** These are refused here, whatever else holds. */
    @SafeVarargs
    final Rules refuse(Refusal refusal, Class<? extends Command>... types) {
        for (Class<? extends Command> type : types) {
            rows.put(type, (command, now) -> {
                throw new RefusedException(refusal);
            });
        }
        return this;
    }

    List<Event> decide(Command command, Instant now) {
        Rule<Command> rule = rows.get(command.getClass());
        if (rule == null) {
            throw new IllegalStateException("command: " + command + " (expected: one with a rule)");
        }
        return rule.decide(command, now);
    }
}
