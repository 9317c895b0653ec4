package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counts of one day in the desk's zone. Owned by the desk's thread. */
final class Day {

    private static final int SECONDS_OF_HALF_AN_HOUR = 1800;
    private static final int HALF_HOURS = 48;
    private static final int SECONDS_OF_A_DAY = HALF_HOURS * SECONDS_OF_HALF_AN_HOUR;

    private final ZoneId zone;
    private final Duration answeredWithin;
    private @Nullable Instant end;
    private int joined;
    private int answered;
    private int answeredInTime;
    private int served;
    private int abandoned;
    private final int[][] halfHours = new int[HALF_HOURS][3];

    Day(ZoneId zone, Duration answeredWithin) {
        this.zone = zone;
        this.answeredWithin = answeredWithin;
    }

    void joined(Instant at) {
        joined++;
        halfHours[halfHour(at)][0]++;
    }

    /** @param at of yesterday too, when it was told late: then it counts nowhere any more, as in all that follow */
    void answered(Instant at, Duration waited) {
        if (covers(at)) {
            answered++;
            answeredInTime += waited.compareTo(answeredWithin) <= 0 ? 1 : 0;
            halfHours[halfHour(at)][1]++;
        }
    }

    void served(Instant at) {
        served += covers(at) ? 1 : 0;
    }

    void abandoned(Instant at) {
        abandoned(at, 1);
    }

    /** Who was counted as abandoned then was answered, as is known now. */
    void notAbandoned(Instant at) {
        abandoned(at, -1);
    }

    private void abandoned(Instant at, int by) {
        if (covers(at)) {
            abandoned += by;
            halfHours[halfHour(at)][2] += by;
        }
    }

    private boolean covers(Instant at) {
        return midnightAfter(at).equals(end);
    }

    /** Begins a new day once midnight has passed; before any count of that day. */
    void turn(Instant at) {
        if (over(at)) {
            end = midnightAfter(at);
            set(new Board.Today(0, 0, 0, 0, 0, List.of()));
        }
    }

    /** The counts of the day that {@code now} lies in. */
    Board.Today today(Instant now) {
        if (over(now)) {
            return new Day(zone, answeredWithin).counts();
        }
        return counts();
    }

    Board.Today counts() {
        List<Board.HalfHour> slots = new ArrayList<>(HALF_HOURS);
        for (int[] slot : halfHours) {
            slots.add(new Board.HalfHour(slot[0], slot[1], slot[2]));
        }
        return new Board.Today(joined, answered, answeredInTime, served, abandoned, slots);
    }

    /** The midnight at which the counted day is over, or null before the first. */
    @Nullable
    Instant end() {
        return end;
    }

    private boolean over(Instant now) {
        return end == null || !now.isBefore(end);
    }

    void restore(Instant knownEnd, Board.Today known) {
        end = knownEnd;
        set(known);
    }

    private void set(Board.Today known) {
        joined = known.joined();
        answered = known.answered();
        answeredInTime = known.answeredInTime();
        served = known.served();
        abandoned = known.abandoned();
        for (int i = 0; i < HALF_HOURS; i++) {
            Board.HalfHour slot =
                    i < known.halfHours().size() ? known.halfHours().get(i) : new Board.HalfHour(0, 0, 0);
            halfHours[i] = new int[] {slot.joined(), slot.answered(), slot.abandoned()};
        }
    }

    private Instant midnightAfter(Instant at) {
        return at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private int halfHour(Instant at) {
        long local = at.getEpochSecond() + zone.getRules().getOffset(at).getTotalSeconds();
        return Math.floorMod(local, SECONDS_OF_A_DAY) / SECONDS_OF_HALF_AN_HOUR;
    }
}
