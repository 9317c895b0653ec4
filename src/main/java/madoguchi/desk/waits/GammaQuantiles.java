package madoguchi.desk.waits;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * One quantile of the gamma distribution over its mean, which depends on the shape k alone. It is looked up in a table over
 * x = 1/√k, where it is almost a straight line from 1 (k = ∞) to the exponential distribution's (k = 1), because the exact value
 * costs an iteration and every waiting caller's range needs two. A sum of exponential departures has no shape below 1.
 */
final class GammaQuantiles {

    static final GammaQuantiles LOW = new GammaQuantiles(0.1);
    static final GammaQuantiles HIGH = new GammaQuantiles(0.9);

    private static final int STEPS = 256;

    private final double[] table;

    private GammaQuantiles(double probability) {
        table = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(step -> step == 0 ? 1 : exact(square((double) STEPS / step), probability))
                .toArray();
    }

    /** Off by less than 0.00001 of the mean. */
    double overMean(double shape) {
        double x = Math.min(STEPS, STEPS / Math.sqrt(shape));
        int step = Math.min(STEPS - 1, (int) x);
        return table[step] + (x - step) * (table[step + 1] - table[step]);
    }

    private static double exact(double shape, double probability) {
        return GammaDistribution.of(shape, 1 / shape).inverseCumulativeProbability(probability);
    }

    private static double square(double number) {
        return number * number;
    }
}
