package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import madoguchi.settings.Settings;
import org.junit.jupiter.api.Test;

/** The limit of streams against what the system lets the process open. */
class StreamRulesOfTest {

    private static final Settings.Stream STREAM = Settings.defaults().stream();

    @Test
    void limit_whenTheProcessMayOpenEnough_isTheSetting() {
        assertThat(StreamRulesOf.settings(STREAM, 2, 20_000).maxStreams()).isEqualTo(STREAM.limit() / 2);
    }

    @Test
    void limit_whenTheProcessMayOpenFewerFiles_leavesSomeForTheRest() {
        assertThat(StreamRulesOf.settings(STREAM, 2, 1_024).maxStreams()).isEqualTo((1_024 - 500) / 2);
    }

    @Test
    void limit_whenTheProcessMayOpenHardlyAny_isStillOneForEachHub() {
        assertThat(StreamRulesOf.settings(STREAM, 2, 256).maxStreams()).isOne();
    }
}
