package madoguchi.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Says which streams are to be looked at now: one timer for all, and no cost for those that are not due. A stream
 * stands in one slot at a time; when it is moved, the old slot's mention of it is stale and is dropped when its turn
 * comes. What is due beyond one revolution is looked at early and put back. Event loop only.
 */
final class Wheel {

    private static final int SLOTS = 64;

    private final long tick;
    private final List<List<StreamConnection>> slots = new ArrayList<>(SLOTS);
    private long turn;

    Wheel(long tick) {
        this.tick = tick;
        for (int i = 0; i < SLOTS; i++) {
            slots.add(new ArrayList<>());
        }
    }

    /** Has the stream looked at by the first tick not before {@code due} (milliseconds). */
    void schedule(StreamConnection stream, long due) {
        long wanted = (due + tick - 1) / tick;
        long at = Math.max(turn + 1, Math.min(wanted, turn + SLOTS - 1));
        if (stream.turn != at) {
            stream.turn = at;
            slots.get(slot(at)).add(stream);
        }
    }

    /** Turns the wheel to {@code now} (milliseconds) and hands over each stream whose turn has come. */
    void advance(long now, Consumer<StreamConnection> look) {
        while (turn < now / tick) {
            turn++;
            List<StreamConnection> due = slots.set(slot(turn), new ArrayList<>());
            for (StreamConnection stream : due) {
                if (stream.turn == turn) {
                    look.accept(stream);
                }
            }
        }
    }

    /** All that are scheduled, each once. */
    List<StreamConnection> streams() {
        List<StreamConnection> all = new ArrayList<>();
        for (long at = turn + 1; at < turn + SLOTS; at++) {
            for (StreamConnection stream : slots.get(slot(at))) {
                if (stream.turn == at) {
                    all.add(stream);
                }
            }
        }
        return all;
    }

    private static int slot(long turn) {
        return (int) (turn % SLOTS);
    }
}
