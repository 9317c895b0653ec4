package madoguchi.desk.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The estimator against the textbook's exact values: three operators, calls of 8 min. Times in seconds. */
class ErlangTest {

    private static final int OPERATORS = 3;
    private static final double CALL = 480;
    private static final double PATIENCE = 600;
    private static final double ENDLESS = 1e9;
    private static final double CALLS_PER_SECOND = 24 / 3600.0;
    private static final int STATES = 400;

    @Test
    void point_overTheStatesOfErlangC_isTheMeanWaitOfThoseWhoWait() {
        double[] states = states(0.8 * OPERATORS / CALL, ENDLESS);
        WaitEstimator estimator = estimator(ENDLESS);

        double waiting = overThoseWhoWait(states, ahead -> 1);
        double mean = overThoseWhoWait(states, ahead -> estimator.point(ahead, OPERATORS)) / waiting;

        assertThat(waiting).isCloseTo(0.6472, within(1e-4));
        assertThat(mean).isCloseTo(800.0, within(0.05));
    }

    /** The calibrated mean, because long calls of late make both the line and the running mean long, and QLm some 5 s too long. */
    @Test
    void simulation_ofErlangC_agrees() {
        Judgement judgement = simulate(0.8, ENDLESS);

        assertThat(judgement.meanVirtual()).isCloseTo(800, within(30.0));
        assertThat(judgement.expectedBias()).isCloseTo(0, within(5.0));
    }

    /** Little's law gives the exact value; the estimator's distribution, met by the same patience, must give it too. */
    @Test
    void chanceWithin_overTheStatesOfErlangA_givesTheMeanWaitOfAll() {
        double[] states = states(CALLS_PER_SECOND, PATIENCE);
        WaitEstimator estimator = estimator(PATIENCE);

        double byLittle = IntStream.range(OPERATORS, STATES)
                        .mapToDouble(state -> states[state] * (state - OPERATORS))
                        .sum()
                / CALLS_PER_SECOND;
        double byEstimator = overThoseWhoWait(states, ahead -> meanWaitWithPatience(estimator, ahead));

        assertThat(byLittle).isCloseTo(141.5, within(0.05));
        assertThat(byEstimator).isCloseTo(141.5, within(0.2));
    }

    @Test
    void simulation_ofErlangA_agrees() {
        Judgement judgement = simulate(CALLS_PER_SECOND * CALL / OPERATORS, PATIENCE);

        assertThat(judgement.meanActualOfAll()).isCloseTo(141.5, within(3.0));
        assertThat(judgement.bias()).isCloseTo(0, within(5.0));
    }

    /** The chances of 0, 1, 2, … callers in call or in the line, as an arrival finds them. */
    private static double[] states(double callsPerSecond, double patience) {
        double[] chances = new double[STATES];
        chances[0] = 1;
        for (int state = 1; state < STATES; state++) {
            double leave = Math.min(state, OPERATORS) / CALL + Math.max(0, state - OPERATORS) / patience;
            chances[state] = chances[state - 1] * callsPerSecond / leave;
        }
        double sum =
                IntStream.range(0, STATES).mapToDouble(state -> chances[state]).sum();
        return IntStream.range(0, STATES)
                .mapToDouble(state -> chances[state] / sum)
                .toArray();
    }

    private static double overThoseWhoWait(double[] states, IntToDoubleFunction ofAhead) {
        return IntStream.range(0, STATES - OPERATORS)
                .filter(ahead -> states[ahead + OPERATORS] > 1e-12)
                .mapToDouble(ahead -> states[ahead + OPERATORS] * ofAhead.applyAsDouble(ahead))
                .sum();
    }

    /** The integral of the chance that neither turn nor patience has ended the wait. */
    private static double meanWaitWithPatience(WaitEstimator estimator, int ahead) {
        int step = 10;
        return IntStream.range(0, 720)
                .map(index -> step * index + step / 2)
                .mapToDouble(at -> step
                        * Math.exp(-at / PATIENCE)
                        * (1 - estimator.chanceWithin(ahead, OPERATORS, Duration.ofSeconds(at))))
                .sum();
    }

    private static Judgement simulate(double load, double patience) {
        Judgement judgement = new Judgement();
        Scenario scenario = Scenario.textbook(OPERATORS, load, patience, 2e7);
        new SimulatedDay(scenario, estimator(patience), judgement::add, new SplittableRandom(11)).run();
        return judgement;
    }

    private static WaitEstimator estimator(double patience) {
        return new WaitEstimator(Duration.ofSeconds((long) CALL), Duration.ofSeconds((long) patience));
    }
}
