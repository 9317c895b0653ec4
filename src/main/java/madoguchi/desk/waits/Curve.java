package madoguchi.desk.waits;

import java.util.Arrays;
import java.util.List;

/**
 * The distribution of true wait over point, as the Kaplan–Meier estimator has it. The waits of callers who gave up are in it as what they
 * are, waits longer than that: were they left out, the curve would be one of short waits, because the long ones are given up.
 * Between two known waits the curve is a straight line, and the k-th of n stands at k/(n + 1), so that a new wait lies between the
 * 10 % and 90 % points eight times in ten however few waits are known. Immutable.
 */
final class Curve {

    private final double low;
    private final double high;
    private final double longest;
    private final double mean;
    private final double[] ratios;
    private final double[] chances;

    /** Of one known wait at least, the shortest first. */
    Curve(List<WaitSnapshot.Known> waits) {
        double[] ratio = new double[waits.size() + 1];
        double[] chance = new double[waits.size() + 1];
        int length = 1;
        double longer = 1;
        for (int at = 0; at < waits.size(); at++) {
            if (waits.get(at).served()) {
                longer -= longer / (waits.size() - at);
                ratio[length] = waits.get(at).ratio();
                chance[length++] = (1 - longer) * waits.size() / (waits.size() + 1);
            }
        }
        longest = waits.get(waits.size() - 1).ratio();
        ratios = Arrays.copyOf(ratio, length);
        chances = Arrays.copyOf(chance, length);
        low = between(chances, ratios, 0.1);
        high = between(chances, ratios, 0.9);
        mean = average(chances, ratios) + (1 - chances[length - 1]) * longest;
    }

    /** The mean; too short where so many gave up that the longest waits are not known. */
    double mean() {
        return mean;
    }

    /** The 10 % point. */
    double low() {
        return low;
    }

    /** The 90 % point; NaN where so many gave up that nobody knows. */
    double high() {
        return high;
    }

    /** The longest wait of all, given up or not. */
    double longest() {
        return longest;
    }

    /** The chance of a true wait up to so many points; NaN beyond what is known. */
    double chance(double ratio) {
        return ratio <= 0 ? 0 : between(ratios, chances, ratio);
    }

    /** Reads the line through the points (x, y), both ascending, at one place; NaN beyond its end. */
    private static double between(double[] x, double[] y, double at) {
        int found = Arrays.binarySearch(x, at);
        if (found >= 0) {
            return y[found];
        }
        int right = -found - 1;
        return right == x.length
                ? Double.NaN
                : y[right - 1] + (at - x[right - 1]) / (x[right] - x[right - 1]) * (y[right] - y[right - 1]);
    }

    private static double average(double[] chances, double[] ratios) {
        double sum = 0;
        for (int at = 1; at < chances.length; at++) {
            sum += (chances[at] - chances[at - 1]) * (ratios[at] + ratios[at - 1]) / 2;
        }
        return sum;
    }
}
