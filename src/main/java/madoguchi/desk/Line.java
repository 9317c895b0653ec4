package madoguchi.desk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The waiting tickets in order: a segment tree over slots of arrival order. Each node knows how many tickets below it count
 * and, as a bit set, which marks occur below it, so that a position is a sum along one path and the first ticket with a mark is
 * one descent: everything is O(log n). Both share one {@code long}, the count above the marks, for half the cache misses.
 *
 * <p>A parked ticket keeps its slot with weight 0, and so does a called one until it is handed off, because one that does not
 * join in time comes back to its former place. A slot that is left stays empty until the slots run out at either end; then the
 * line is laid out anew, which costs O(1) per insertion on average.
 *
 * <p>Owned by the desk's thread.
 */
final class Line {

    /** Marks a ticket that waits, counted or parked. Bits below are {@link #ready} and {@link #present}. */
    static final long WAITING = 1L << 32;

    private static final long TAKEN = 1L << 33;
    private static final int COUNT_SHIFT = 34;
    private static final long MARKS = (1L << COUNT_SHIFT) - 1;
    private static final int SMALLEST = 64;

    private @Nullable Ticket[] slots = new Ticket[0];
    private long[] nodes = new long[0];
    private int head;
    private int tail;
    private int waiting;
    private long moves;

    Line() {
        layOut(new Ticket[0]);
    }

    /** The marks of tickets that may be called and passed the microphone check, for a bit set of languages. */
    static long ready(int languages) {
        return languages;
    }

    /** The marks of tickets that may be called. */
    static long present(int languages) {
        return (long) languages << DeskRules.MOST_LANGUAGES;
    }

    /** Whether nobody has a slot, waiting or called. */
    boolean isEmpty() {
        return nodes[1] == 0;
    }

    /** How many tickets count. */
    int counted() {
        return count(1);
    }

    /** How many tickets wait, parked ones too. */
    int waiting() {
        return waiting;
    }

    /** Grows whenever a position can have changed, by as much as any position can have changed. */
    long moves() {
        return moves;
    }

    void restoreMoves(long known) {
        moves = known;
    }

    /** The rank among the counted tickets, 1 for the head; 0 for a ticket that does not count. */
    int position(Ticket ticket) {
        if (ticket.slot == Ticket.NO_SLOT || !ticket.counted()) {
            return 0;
        }
        int rank = 1;
        for (int node = slots.length + ticket.slot; node > 1; node >>= 1) {
            rank += (node & 1) == 1 ? count(node - 1) : 0;
        }
        return rank;
    }

    void append(Ticket ticket) {
        if (tail == slots.length) {
            layOut(taken());
        }
        moves++;
        set(tail++, ticket);
    }

    void prepend(Ticket ticket) {
        remove(ticket);
        if (head == 0) {
            layOut(taken());
        }
        moves++;
        set(--head, ticket);
    }

    /** Nothing happens to one that has no slot. */
    void remove(Ticket ticket) {
        if (ticket.slot != Ticket.NO_SLOT) {
            int slot = ticket.slot;
            moves += count(slots.length + slot);
            set(slot, null);
            ticket.slot = Ticket.NO_SLOT;
        }
    }

    /** To be told after every change of what makes a ticket of the line count or be called. */
    void refresh(Ticket ticket) {
        if (ticket.slot != Ticket.NO_SLOT) {
            int before = count(slots.length + ticket.slot);
            set(ticket.slot, ticket);
            moves += Math.abs(count(slots.length + ticket.slot) - before);
        }
    }

    /** Brings a called ticket back, behind the next {@code places} counted ones after its former place. */
    void sink(Ticket ticket, int places) {
        int slot = ticket.slot;
        int next = next(slot, TAKEN);
        for (int left = places; left > 0 && next >= 0; next = next(slot, TAKEN)) {
            Ticket other = slots[next];
            left -= count(slots.length + next);
            set(slot, other);
            slot = next;
        }
        moves++;
        set(slot, ticket);
    }

    /** The first ticket with any of these marks. */
    @Nullable
    Ticket first(long mark) {
        return (nodes[1] & mark) == 0 ? null : slots[descend(1, mark)];
    }

    /** The next ticket with any of these marks. */
    @Nullable
    Ticket after(Ticket ticket, long mark) {
        int slot = next(ticket.slot, mark);
        return slot < 0 ? null : slots[slot];
    }

    /** All that have a slot, in order. */
    Ticket[] taken() {
        return Arrays.stream(slots, head, tail).filter(t -> t != null).toArray(Ticket[]::new);
    }

    private int next(int slot, long mark) {
        for (int node = slots.length + slot; node > 1; node >>= 1) {
            if ((node & 1) == 0 && (nodes[node + 1] & mark) != 0) {
                return descend(node + 1, mark);
            }
        }
        return -1;
    }

    private int descend(int from, long mark) {
        int node = from;
        while (node < slots.length) {
            node = (nodes[2 * node] & mark) != 0 ? 2 * node : 2 * node + 1;
        }
        return node - slots.length;
    }

    private void set(int slot, @Nullable Ticket ticket) {
        slots[slot] = ticket;
        int node = slots.length + slot;
        waiting -= (nodes[node] & WAITING) != 0 ? 1 : 0;
        leaf(slot, ticket);
        waiting += (nodes[node] & WAITING) != 0 ? 1 : 0;
        for (node >>= 1; node >= 1; node >>= 1) {
            sum(node);
        }
    }

    private void leaf(int slot, @Nullable Ticket ticket) {
        long count = ticket != null && ticket.counted() ? 1L << COUNT_SHIFT : 0;
        nodes[slots.length + slot] = ticket == null ? 0 : count | ticket.marks() | TAKEN;
        if (ticket != null) {
            ticket.slot = slot;
        }
    }

    private void sum(int node) {
        long left = nodes[2 * node];
        long right = nodes[2 * node + 1];
        nodes[node] = ((left & ~MARKS) + (right & ~MARKS)) | ((left | right) & MARKS);
    }

    private int count(int node) {
        return (int) (nodes[node] >>> COUNT_SHIFT);
    }

    /** At most half of the slots are taken afterwards; a quarter of the spare ones lie in front. */
    private void layOut(Ticket[] tickets) {
        int size = Math.max(SMALLEST, 4 * Integer.highestOneBit(tickets.length));
        slots = new Ticket[size];
        nodes = new long[2 * size];
        head = (size - tickets.length) / 4;
        tail = head + tickets.length;
        for (int i = 0; i < tickets.length; i++) {
            slots[head + i] = tickets[i];
            leaf(head + i, tickets[i]);
        }
        for (int node = size - 1; node >= 1; node--) {
            sum(node);
        }
    }
}
