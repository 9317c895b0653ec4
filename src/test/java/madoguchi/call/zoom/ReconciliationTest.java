package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When the agents are read again. */
class ReconciliationTest {

    @Test
    void pauses_areThePeriod_giveOrTakeAFifth() {
        Random random = new Random(20261124);
        List<Duration> pauses = Stream.generate(() -> Reconciliation.pause(Duration.ofSeconds(15), random))
                .limit(1_000)
                .toList();

        assertThat(pauses)
                .allMatch(pause -> pause.toMillis() >= 12_000 && pause.toMillis() <= 18_000)
                .anyMatch(pause -> pause.toMillis() < 12_500)
                .anyMatch(pause -> pause.toMillis() > 17_500);
    }
}
