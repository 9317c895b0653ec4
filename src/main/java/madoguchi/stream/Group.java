package madoguchi.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The streams of one key, and the present picture they all share, if there is one. Event loop only. */
final class Group {

    final String key;

    @Nullable
    Frame present;

    private final List<Seat> seats = new ArrayList<>(1);

    /** The seats below this one have not been shown the present picture since it changed. */
    private int untold;

    Group(String key) {
        this.key = key;
    }

    Seat seat(StreamConnection stream, long now) {
        Seat seat = new Seat(this, stream, seats.size(), now);
        seats.add(seat);
        return seat;
    }

    boolean isForgettable() {
        return seats.isEmpty() && present == null;
    }

    /** The present picture has changed. @return whether nobody is being shown it yet */
    boolean change(Frame picture) {
        boolean idle = untold == 0;
        present = picture;
        untold = seats.size();
        return idle;
    }

    /**
     * Shows the present picture to so many who have not seen it, from the last seat to the first, so that a stream may leave
     * meanwhile: who moves up into its place has seen it, and sees it twice at the worst.
     *
     * @return whether some are left
     */
    boolean showNext(int most, long now) {
        untold = Math.min(untold, seats.size());
        for (int end = Math.max(0, untold - most); untold > end; untold = Math.min(untold - 1, seats.size())) {
            seats.get(untold - 1).show(now);
        }
        return untold > 0;
    }

    /** From the last to the first, so that a stream may leave while it is visited. */
    void forEach(Consumer<Seat> action) {
        for (int i = seats.size() - 1; i >= 0; i--) {
            action.accept(seats.get(i));
        }
    }

    /** A stream's place in a group: known to the stream, so that leaving costs the same in a group of any size. */
    static final class Seat {

        private final Group group;
        private final StreamConnection stream;
        private int place;
        private long shownAt;

        private Seat(Group group, StreamConnection stream, int place, long now) {
            this.group = group;
            this.stream = stream;
            this.place = place;
            this.shownAt = now;
        }

        void tell(Frame frame) {
            stream.tell(group.key, frame);
        }

        /** Tells the present picture, if there is one. */
        void show(long now) {
            Frame present = group.present;
            if (present != null) {
                shownAt = now;
                stream.tell(group.key, present);
            }
        }

        void end() {
            stream.end();
        }

        /** When the stream was last told the present picture; what else it was told does not count. */
        long shownAt() {
            return shownAt;
        }

        @Nullable
        Frame present() {
            return group.present;
        }

        /** The last one moves up into the place that is left. */
        Group leave() {
            Seat last = group.seats.remove(group.seats.size() - 1);
            if (last != this) {
                group.seats.set(place, last);
                last.place = place;
            }
            return group;
        }
    }
}
