package madoguchi.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Says which entries are to be looked at now: one timer for all, and no cost for those that are not due. An entry
 * stands in one slot at a time and knows its place there, so that moving and removing it cost the same however many
 * there are. What is due beyond one revolution is looked at early, to be put back. Event loop only.
 */
final class Wheel<E extends Wheel.Entry> {

    private static final int SLOTS = 64;

    private final long tick;
    private final List<List<E>> slots = new ArrayList<>(SLOTS);
    private long turn;

    /** What the wheel keeps with each entry, instead of a map. */
    abstract static class Entry {
        /** 0 while it stands nowhere. */
        private long turn;

        private int place;
    }

    /**
     * @param tick milliseconds of one turn
     */
    Wheel(long tick) {
        this.tick = tick;
        for (int i = 0; i < SLOTS; i++) {
            slots.add(new ArrayList<>());
        }
    }

    /** Has the entry looked at by the first turn not before {@code due} (milliseconds). */
    void schedule(E entry, long due) {
        long wanted = (due + tick - 1) / tick;
        long at = Math.max(turn + 1, Math.min(wanted, turn + SLOTS - 1));
        if (entry(entry).turn != at) {
            remove(entry);
            List<E> slot = slots.get(slot(at));
            entry(entry).turn = at;
            entry(entry).place = slot.size();
            slot.add(entry);
        }
    }

    /** Has the entry forgotten; harmless if it stands nowhere. The last of its slot moves up into its place. */
    void remove(E entry) {
        if (entry(entry).turn != 0) {
            List<E> slot = slots.get(slot(entry(entry).turn));
            E last = slot.remove(slot.size() - 1);
            if (last != entry) {
                slot.set(entry(entry).place, last);
                entry(last).place = entry(entry).place;
            }
            entry(entry).turn = 0;
        }
    }

    /** Turns the wheel to {@code now} (milliseconds) and hands over each entry whose turn has come. */
    void advance(long now, Consumer<E> look) {
        while (turn < now / tick) {
            turn++;
            List<E> due = slots.set(slot(turn), new ArrayList<>());
            due.forEach(entry -> entry(entry).turn = 0);
            due.forEach(look);
        }
    }

    /** All that are scheduled. */
    List<E> entries() {
        return slots.stream().flatMap(List::stream).toList();
    }

    private static int slot(long turn) {
        return (int) (turn % SLOTS);
    }

    private static Entry entry(Entry entry) {
        return entry; // a type variable does not see the private field of its own bound
    }
}
