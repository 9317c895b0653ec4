package madoguchi.desk.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {

    @Test
    void curve_whenNobodyGaveUp_isTheEmpiricalOne() {
        Curve curve = new Curve(IntStream.rangeClosed(1, 99)
                .mapToObj(ratio -> new WaitSnapshot.Known(ratio, true))
                .toList());

        assertThat(curve.low()).isCloseTo(10, within(1e-9));
        assertThat(curve.high()).isCloseTo(90, within(1e-9));
        assertThat(curve.chance(25)).isCloseTo(0.25, within(1e-9));
        assertThat(curve.chance(99.5)).isNaN();
    }

    /** The textbook's six: 1, 2+, 3, 4+, 5, 6 have survivals 5/6, 5/8, 5/16, 0. */
    @Test
    void curve_countsWhoGaveUpAsLongerThanThat() {
        Curve curve = new Curve(List.of(known(1), gaveUp(2), known(3), gaveUp(4), known(5), known(6)));

        assertThat(curve.chance(1) * 7 / 6).isCloseTo(1 - 5 / 6.0, within(1e-9));
        assertThat(curve.chance(3) * 7 / 6).isCloseTo(1 - 5 / 8.0, within(1e-9));
        assertThat(curve.chance(5) * 7 / 6).isCloseTo(1 - 5 / 16.0, within(1e-9));
        assertThat(curve.chance(6) * 7 / 6).isCloseTo(1, within(1e-9));
    }

    /** Waits with mean 1 met by patience with mean 1: half give up; of those served the 90 % point is half the true one. */
    @Test
    void curve_isTrueWhereServedWaitsAloneAreBiased() {
        Random random = new Random(7);
        List<WaitSnapshot.Known> waits = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double wait = exponential(random);
            double patience = exponential(random);
            waits.add(new WaitSnapshot.Known(Math.min(wait, patience), wait <= patience));
        }

        waits.sort(Comparator.comparingDouble(WaitSnapshot.Known::ratio));
        double truth = -Math.log(0.1);
        assertThat(new Curve(waits).high()).isCloseTo(truth, within(0.1));
        assertThat(new Curve(waits.stream().filter(WaitSnapshot.Known::served).toList()).high())
                .isCloseTo(truth / 2, within(0.1));
    }

    @Test
    void high_whenTooManyGaveUp_isNotKnown() {
        Curve curve = new Curve(List.of(known(1), known(2), gaveUp(3), gaveUp(4)));

        assertThat(curve.high()).isNaN();
        assertThat(curve.longest()).isEqualTo(4);
    }

    private static double exponential(Random random) {
        return -Math.log(1 - random.nextDouble());
    }

    private static WaitSnapshot.Known known(double ratio) {
        return new WaitSnapshot.Known(ratio, true);
    }

    private static WaitSnapshot.Known gaveUp(double ratio) {
        return new WaitSnapshot.Known(ratio, false);
    }
}
