package madoguchi.desk.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.stream.IntStream;
import madoguchi.desk.WaitRange;
import org.junit.jupiter.api.Test;

class WaitEstimatorTest {

    private final WaitEstimator estimator = new WaitEstimator(Duration.ofMinutes(8), Duration.ofMinutes(10));

    @Test
    void point_ofTheHead_isOneCallOverTheOperators() {
        assertThat(estimator.point(0, 3)).isCloseTo(160, within(1e-9));
    }

    @Test
    void everything_whenNobodyIsAtWork_isUnknown() {
        assertThat(estimator.point(2, 0)).isNaN();
        assertThat(estimator.range(2, 0)).isEmpty();
        assertThat(estimator.chanceWithin(2, 0, Duration.ofHours(8))).isZero();
    }

    @Test
    void range_beforeThirtyWaitsAreKnown_isOfTheSettings() {
        learn(0, 29, true);
        learn(0, 100, false);

        assertThat(estimator.range(0, 3)).contains(new WaitRange(16, 369, WaitRange.Basis.SETTINGS));
    }

    @Test
    void range_fromTheThirtiethServedWaitOn_isOfTheHistoryOfThatBucketAlone() {
        learn(1, 30, true);

        assertThat(estimator.range(2, 3).orElseThrow().basis()).isEqualTo(WaitRange.Basis.HISTORY);
        assertThat(estimator.range(0, 3).orElseThrow().basis()).isEqualTo(WaitRange.Basis.SETTINGS);
        assertThat(estimator.range(3, 3).orElseThrow().basis()).isEqualTo(WaitRange.Basis.SETTINGS);
    }

    @Test
    void range_holdsTheMiddleEightyPercentOfTheHistory() {
        for (int percent = 1; percent < 100; percent++) {
            estimator.waitKnown(new Promise(0, 100, null), Duration.ofSeconds(percent), true);
        }

        assertThat(estimator.range(0, 3)).contains(new WaitRange(16, 144, WaitRange.Basis.HISTORY));
        assertThat(estimator.chanceWithin(0, 3, Duration.ofSeconds(80))).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void expected_isThePointTimesTheMeanOfTheHistory() {
        assertThat(estimator.expected(0, 3)).isEqualTo(estimator.point(0, 3));
        for (int percent = 1; percent < 100; percent++) {
            estimator.waitKnown(new Promise(0, 100, null), Duration.ofSeconds(percent), true);
        }

        assertThat(estimator.expected(0, 3)).isCloseTo(80, within(1.0));
        assertThat(estimator.expected(0, 0)).isNaN();
    }

    @Test
    void range_remembersFiveHundredWaits() {
        learn(0, 500, true);
        for (int i = 0; i < 500; i++) {
            estimator.waitKnown(new Promise(0, 100, null), Duration.ofSeconds(200), true);
        }

        assertThat(estimator.range(0, 3).orElseThrow().low()).isGreaterThan(300);
    }

    @Test
    void waitKnown_withoutAPoint_teachesNothing() {
        WaitSnapshot before = estimator.snapshot();
        estimator.waitKnown(new Promise(0, 0, WaitRange.NONE), Duration.ZERO, true);
        estimator.waitKnown(new Promise(3, Double.NaN, null), Duration.ofHours(1), true);

        assertThat(estimator.snapshot()).isEqualTo(before);
    }

    @Test
    void point_followsTheCallsAndThePatienceSeen() {
        for (int i = 0; i < 5000; i++) {
            estimator.callHandled(Duration.ofMinutes(4));
            estimator.served(Duration.ofMinutes(4));
            estimator.gaveUp(Duration.ofMinutes(1));
        }

        assertThat(estimator.point(0, 2)).isCloseTo(120, within(0.1));
        assertThat(estimator.point(1, 2)).isCloseTo(120 + 1 / (2 / 240.0 + 1 / 300.0), within(0.1));
    }

    @Test
    void bucket_endsAtTwoFiveTenTwentyAndSoOn() {
        assertThat(IntStream.of(0, 1, 2, 3, 5, 6, 10, 11, 20, 21, 40, 41).map(History::bucket))
                .containsExactly(0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6);
    }

    @Test
    void promises_countsThePlacesOfTheTrueWaits() {
        tell(5, true);
        tell(20, true);
        tell(30, true);
        tell(99, true);

        assertThat(estimator.promises()).isEqualTo(new PromiseRecord(4, 0.5, 0.25, 12.5));
    }

    @Test
    void promises_whoGaveUpAfterTheUpperEnd_countsAsAboveIt() {
        tell(20, true);
        tell(99, false);

        assertThat(estimator.promises()).isEqualTo(new PromiseRecord(2, 0.5, 0.5, 5));
    }

    @Test
    void restore_givesTheSameEstimator() throws Exception {
        learn(0, 520, true);
        learn(7, 40, false);
        tell(20, true);
        estimator.callHandled(Duration.ofSeconds(77));
        estimator.gaveUp(Duration.ofSeconds(55));
        ObjectMapper json = new ObjectMapper();
        String kept = json.writeValueAsString(estimator.snapshot());

        WaitEstimator restored = WaitEstimator.restore(json.readValue(kept, WaitSnapshot.class));

        assertThat(restored.snapshot()).isEqualTo(estimator.snapshot());
        assertThat(restored.range(0, 2)).isEqualTo(estimator.range(0, 2));
        assertThat(restored.promises()).isEqualTo(estimator.promises());
    }

    private void learn(int ahead, int waits, boolean served) {
        for (int i = 0; i < waits; i++) {
            estimator.waitKnown(new Promise(ahead, 100, null), Duration.ofSeconds(90 + i % 20), served);
        }
    }

    private void tell(long waited, boolean served) {
        WaitRange range = new WaitRange(10, 40, WaitRange.Basis.SETTINGS);
        estimator.waitKnown(new Promise(0, 25, range), Duration.ofSeconds(waited), served);
    }
}
