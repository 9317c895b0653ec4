package madoguchi.desk.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise, judged at simulated desks on days that the estimator has never seen. */
class CalibrationTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void range_afterCalibration_holdsEightyPercentOfTheVirtualWaits(int operators) {
        Simulation simulation = Simulation.of(Scenario.reference(operators));
        Judgement truth = simulation.judgement();

        assertThat(truth.waits()).isGreaterThan(30_000);
        assertThat(truth.inside()).isBetween(0.77, 0.83);
        assertThat(truth.expectedBias()).isBetween(-5.0, 5.0);
        assertThat(simulation.audited().inside()).isCloseTo(truth.inside(), within(0.015));
        assertThat(simulation.audited().above()).isCloseTo(truth.above(), within(0.015));
    }

    /** A tenth is promised to lie above the range. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void range_learntFromServedWaitsAlone_endsTooEarly(int operators) {
        Scenario servedAlone = Scenario.reference(operators).learningFromServedAlone();

        assertThat(Simulation.of(servedAlone).judgement().above()).isGreaterThan(0.125);
    }
}
