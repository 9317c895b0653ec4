package madoguchi.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many streams that open at one moment and hear the same news do not act at one moment. */
final class SpreadTest {

    private static final int STREAMS = 600;
    private static final int TICK = 250;

    private final HubFixture fixture = new HubFixture(StreamRules.defaults());
    private final StreamCounters counters = fixture.hub.counters();
    private final List<RawClient> clients =
            IntStream.range(0, STREAMS).mapToObj(i -> fixture.open("desk")).toList();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void heartbeats_afterNewsToAll_comeToEachInTimeAndNeverInABunch() {
        fixture.run(() -> fixture.hub.publish("desk", Frame.of("desk", "1", "news")));

        List<Long> first = perTick(0, 15_000, counters::written);
        List<Long> later = perTick(15_000, 120_000, counters::written);

        assertThat(first.stream().mapToLong(Long::longValue).sum()).isEqualTo(STREAMS);
        assertThat(first).allMatch(writes -> writes < STREAMS / 6);
        assertThat(later).allMatch(writes -> writes < STREAMS / 8);
    }

    @Test
    void rotation_ofAllOpenedAtOnce_isEvenFromEightToTwelveMinutes() {
        List<Long> before = perTick(0, 8 * 60_000 - TICK, counters::closed);
        List<Long> ended = new ArrayList<>();
        for (int half = 16; half < 24; half++) {
            long closed = perTick(half * 30_000 - TICK, (half + 1) * 30_000 - TICK, counters::closed).stream()
                    .mapToLong(Long::longValue)
                    .sum();
            ended.add(closed);
        }

        assertThat(before).containsOnly(0L);
        long expected = STREAMS / 8;
        assertThat(ended).allMatch(count -> count > expected / 2 && count < expected * 3 / 2);
    }

    @Test
    void drain_overASpread_isEven() {
        fixture.run(() -> fixture.hub.drain(Duration.ofSeconds(10)));

        List<Long> ended = new ArrayList<>();
        for (int second = 0; second < 10; second++) {
            ended.add(perTick(second * 1000, (second + 1) * 1000, counters::closed).stream()
                    .mapToLong(Long::longValue)
                    .sum());
        }

        assertThat(ended).allMatch(count -> count > STREAMS / 20 && count < STREAMS * 3 / 20);
    }

    @Test
    void retry_ofAll_isSpreadOverItsRange() {
        Pattern retry = Pattern.compile("retry: (\\d+)\n\n");
        List<Long> millis = clients.stream()
                .map(client -> client.awaitThat(all -> retry.matcher(all).find()))
                .map(all -> retry.matcher(all).results().findFirst().orElseThrow())
                .map((MatchResult match) -> Long.valueOf(match.group(1)))
                .sorted()
                .toList();

        assertThat(millis.get(0)).isBetween(2_000L, 2_200L);
        assertThat(millis.get(STREAMS / 2)).isBetween(6_800L, 8_200L);
        assertThat(millis.get(STREAMS - 1)).isBetween(12_600L, 13_000L);
    }

    /** How much the counter grows in each tick after {@code from} up to {@code to}. */
    private List<Long> perTick(int from, int to, LongSupplier counter) {
        List<Long> growth = new ArrayList<>();
        for (int now = from + TICK; now <= to; now += TICK) {
            long before = counter.getAsLong();
            fixture.tick(now);
            growth.add(counter.getAsLong() - before);
        }
        return growth;
    }
}
