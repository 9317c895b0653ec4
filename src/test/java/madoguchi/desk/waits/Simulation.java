package madoguchi.desk.waits;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Sixty days of one seed to calibrate a desk, and then five times sixty of other seeds to judge it, from which it goes on learning.
 *
 * @param judgement of those 300 days by the virtual waits
 * @param audited what the desk itself says of them
 */
record Simulation(Judgement judgement, PromiseRecord audited) {

    private static final int DAYS = 60;
    private static final long CALIBRATION_SEED = 1;

    static Simulation of(Scenario scenario) {
        WaitEstimator calibrated = new WaitEstimator(
                Duration.ofSeconds((long) Scenario.MEAN_CALL), Duration.ofSeconds((long) Scenario.MEAN_PATIENCE));
        run(scenario, calibrated, new Judgement(), CALIBRATION_SEED);
        WaitEstimator judged = WaitEstimator.restore(unaudited(calibrated.snapshot()));
        Judgement judgement = new Judgement();
        LongStream.rangeClosed(2, 6).forEach(seed -> run(scenario, judged, judgement, seed));
        return new Simulation(judgement, judged.promises());
    }

    private static WaitSnapshot unaudited(WaitSnapshot snapshot) {
        return new WaitSnapshot(snapshot.call(), snapshot.patience(), snapshot.history(), PromiseAudit.nothing());
    }

    private static void run(Scenario scenario, WaitEstimator estimator, Judgement judgement, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int day = 0; day < DAYS; day++) {
            new SimulatedDay(scenario, estimator, judgement::add, random).run();
        }
    }
}
