package madoguchi.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import madoguchi.desk.Command;
import madoguchi.desk.Desk;
import madoguchi.desk.Event;

/** One batch: commands decided against, and applied to, the desk in memory, one after the other, each with all that follows from it. */
final class Decisions {

    private final Desk desk;
    private final Instant now;
    private final long after;
    private final List<Event> events = new ArrayList<>();

    Decisions(Desk desk, Instant now) {
        this.desk = desk;
        this.now = now;
        this.after = desk.version();
    }

    void take(Command command) {
        apply(desk.decide(command, now));
        advance();
    }

    void advance() {
        List<Event> due = desk.decide(new Command.Advance(), now);
        while (!due.isEmpty()) {
            apply(due);
            due = desk.decide(new Command.Advance(), now);
        }
    }

    private void apply(List<Event> decided) {
        for (Event event : decided) {
            desk.apply(event);
            events.add(event);
        }
    }

    /** The journal's version that these events come after. */
    long after() {
        return after;
    }

    List<Event> events() {
        return events;
    }
}
