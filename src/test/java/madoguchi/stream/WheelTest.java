package madoguchi.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class WheelTest {

    private static final long TICK = 250;

    /** Puts itself back until its time has come, as a stream does. */
    private static final class Alarm extends Wheel.Entry {
        private long due;
        private long rang = -1;

        void ring(Wheel<Alarm> wheel, long now) {
            if (now < due) {
                wheel.schedule(this, due);
            } else {
                assertThat(rang).isNegative();
                rang = now;
            }
        }
    }

    @Property(tries = 300)
    void advance_turnByTurn_ringsEachOnceAndAtMostATickLate(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(max = 100_000) Long> dues) {
        Wheel<Alarm> wheel = new Wheel<>(TICK);
        List<Alarm> alarms = new ArrayList<>();
        dues.forEach(due -> alarms.add(set(wheel, new Alarm(), due)));

        for (long now = 0; now <= 100_000 + TICK; now += TICK) {
            long present = now;
            wheel.advance(present, alarm -> alarm.ring(wheel, present));
        }

        assertThat(alarms)
                .allSatisfy(
                        alarm -> assertThat(alarm.rang - Math.max(alarm.due, 1)).isBetween(0L, TICK - 1));
    }

    @Property(tries = 300)
    void schedule_calledAgain_ringsAtTheLastTimeGiven(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 15_000) Long> dues) {
        Wheel<Alarm> wheel = new Wheel<>(TICK);
        Alarm alarm = new Alarm();
        dues.forEach(due -> set(wheel, alarm, due));
        long last = dues.get(dues.size() - 1);
        List<Long> rang = new ArrayList<>();

        for (long now = 0; now <= 16_000; now += TICK) {
            long present = now;
            wheel.advance(present, rung -> rang.add(present));
        }

        assertThat(rang).isNotEmpty().allMatch(time -> time >= last && time < last + TICK);
    }

    @Property(tries = 100)
    void advance_afterAStall_ringsAllThatWereMissed(@ForAll @IntRange(min = 1, max = 500) int turns) {
        Wheel<Alarm> wheel = new Wheel<>(TICK);
        Alarm alarm = set(wheel, new Alarm(), turns * TICK);

        wheel.advance(turns * TICK, rung -> rung.ring(wheel, turns * TICK));

        assertThat(alarm.rang).isEqualTo(turns * TICK);
    }

    @Test
    void entries_afterMoves_namesEachOnce() {
        Wheel<Alarm> wheel = new Wheel<>(TICK);
        Alarm moved = set(wheel, new Alarm(), 5_000);
        set(wheel, moved, 1_000);
        set(wheel, moved, 5_000);
        Alarm still = set(wheel, new Alarm(), 2_000);
        Alarm over = set(wheel, new Alarm(), 250);
        wheel.advance(250, alarm -> alarm.ring(wheel, 250));

        assertThat(wheel.entries()).containsExactlyInAnyOrder(moved, still).doesNotContain(over);
    }

    private static Alarm set(Wheel<Alarm> wheel, Alarm alarm, long due) {
        alarm.due = due;
        wheel.schedule(alarm, due);
        return alarm;
    }
}
