package madoguchi.desk.waits;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The wait in seconds as the line alone tells it: a + 1 departures, one after the other, at the rates s/m + i/q for i = a … 0. That
 * is the estimator QLm of Ibrahim and Whitt (2009). Its distribution is taken to be the gamma distribution with the same mean
 * and variance.
 *
 * @param mean of the wait, greater than 0
 * @param variance of the wait, greater than 0
 */
record LineWait(double mean, double variance) {

    /**
     * Sums the departures in constant time: with c = s·q/m the mean Σ 1/rate is q·(ψ(c + a + 1) − ψ(c)), and the variance Σ 1/rate²
     * is q²·(ψ′(c) − ψ′(c + a + 1)).
     *
     * @param meanCall m, in seconds
     * @param meanPatience q, in seconds
     */
    static LineWait of(int ahead, int atWork, double meanCall, double meanPatience) {
        double head = atWork * meanPatience / meanCall;
        double tail = head + ahead + 1;
        return new LineWait(
                meanPatience * (Digamma.value(tail) - Digamma.value(head)),
                meanPatience * meanPatience * (Trigamma.value(head) - Trigamma.value(tail)));
    }

    /** The 10 % point. */
    double low() {
        return mean * GammaQuantiles.LOW.overMean(shape());
    }

    /** The 90 % point. */
    double high() {
        return mean * GammaQuantiles.HIGH.overMean(shape());
    }

    double chanceWithin(double seconds) {
        return seconds <= 0 ? 0 : GammaDistribution.of(shape(), variance / mean).cumulativeProbability(seconds);
    }

    private double shape() {
        return mean * mean / variance;
    }
}
