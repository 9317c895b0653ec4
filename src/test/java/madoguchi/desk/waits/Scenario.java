package madoguchi.desk.waits;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * A desk as the simulation has it; times in seconds.
 *
 * @param load calls offered over what the operators can take, outside burst and lunch
 * @param burst how many times as many callers come in the first half hour
 * @param atLunch operators away from the fourth to the fifth hour
 * @param day how long the desk is open
 * @param call draws how long a call takes
 * @param servedAlone whether the desk learns from the waits of those served and forgets those who gave up: the mistake to avoid
 */
record Scenario(
        int operators,
        double load,
        double burst,
        int atLunch,
        double day,
        double patience,
        ToDoubleFunction<RandomGenerator> call,
        boolean servedAlone) {

    static final double MEAN_CALL = 480;
    static final double MEAN_PATIENCE = 600;

    /** The reference desk: 8:25 to 18:30, log-normal calls (cv 1), an opening burst and a lunch dip. */
    static Scenario reference(int operators) {
        double spread = Math.sqrt(Math.log(2));
        return new Scenario(
                operators,
                1,
                2.5,
                operators / 2,
                36_300,
                MEAN_PATIENCE,
                random -> MEAN_CALL * Math.exp(spread * random.nextGaussian() - spread * spread / 2),
                false);
    }

    /** One endless stretch of the textbook's desk: Poisson callers, exponential calls and patience, nothing else. */
    static Scenario textbook(int operators, double load, double patience, double day) {
        return new Scenario(
                operators, load, 1, 0, day, patience, random -> MEAN_CALL * random.nextExponential(), false);
    }

    Scenario learningFromServedAlone() {
        return new Scenario(operators, load, burst, atLunch, day, patience, call, true);
    }

    double callersPerSecond(double time) {
        return load * operators / MEAN_CALL * (time < 1800 ? burst : 1);
    }
}
