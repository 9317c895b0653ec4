package madoguchi.desk.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.assertj.core.data.Percentage;

class LineWaitTest {

    private static final Percentage BILLIONTH = Percentage.withPercentage(1e-7);

    @Property(tries = 2000)
    void of_isThePlainSumOverTheDepartures(
            @ForAll @IntRange(max = 20_000) int ahead,
            @ForAll @IntRange(min = 1, max = 50) int atWork,
            @ForAll @DoubleRange(min = 1, max = 7200) double meanCall,
            @ForAll @DoubleRange(min = 1, max = 7200) double meanPatience) {
        LineWait wait = LineWait.of(ahead, atWork, meanCall, meanPatience);

        double[] means = IntStream.rangeClosed(0, ahead)
                .mapToDouble(left -> 1 / (atWork / meanCall + left / meanPatience))
                .toArray();
        assertThat(wait.mean()).isCloseTo(Arrays.stream(means).sum(), BILLIONTH);
        assertThat(wait.variance())
                .isCloseTo(Arrays.stream(means).map(mean -> mean * mean).sum(), BILLIONTH);
    }

    @Property
    void lowAndHigh_areTheGammaDistributionsTenAndNinetyPercentPoints(
            @ForAll @IntRange(max = 5000) int ahead, @ForAll @IntRange(min = 1, max = 10) int atWork) {
        LineWait wait = LineWait.of(ahead, atWork, 480, 600);

        GammaDistribution gamma =
                GammaDistribution.of(wait.mean() * wait.mean() / wait.variance(), wait.variance() / wait.mean());
        assertThat(wait.low()).isCloseTo(gamma.inverseCumulativeProbability(0.1), within(1e-5 * wait.mean()));
        assertThat(wait.high()).isCloseTo(gamma.inverseCumulativeProbability(0.9), within(1e-5 * wait.mean()));
        assertThat(wait.chanceWithin(wait.high())).isCloseTo(0.9, within(1e-3));
    }
}
