package madoguchi.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reader gets, and costs, that does not keep up. */
final class SlowReaderTest {

    private static final int NEWS = 500;
    private static final int KIBIBYTE = 1024;
    private static final long DRAIN_TIMEOUT = 10_000;

    private final HubFixture fixture =
            new HubFixture(StreamRules.defaults(), new HttpServerOptions().setSendBufferSize(16 * KIBIBYTE));
    private final StreamCounters counters = fixture.hub.counters();
    private final StandingReader reader = new StandingReader(fixture.port(), "desk,ticket");

    @AfterEach
    void close() throws IOException {
        reader.close();
        fixture.close();
    }

    @Test
    void publish_toAReaderThatStands_keepsAtMostThreeBuffersAndTheNewest() {
        flood();

        assertThat(counters.written() * KIBIBYTE).isLessThan(64 * KIBIBYTE + StandingReader.RECEIVE_BUFFER);
        assertThat(counters.written() + counters.folded()).isEqualTo(NEWS); // the head, all news, less the one waiting
    }

    @Test
    void drained_afterAFlood_bringsTheNewestOfEachKind() {
        flood();
        fixture.run(() -> fixture.hub.send("ticket", Frame.of("signal", "1", "offer")));

        catchUp();
        reader.readTo("data: offer\n");
        fixture.run(() -> fixture.hub.send("ticket", Frame.of("ticket", "9", "afterwards")));
        reader.readTo("afterwards");
    }

    @Test
    void tick_whenTheReaderStandsForTheDrainTimeout_cutsIt() {
        flood();

        fixture.tick(DRAIN_TIMEOUT - 250);
        assertThat(counters.cut()).isZero();
        fixture.tick(DRAIN_TIMEOUT);

        HubFixture.await(fixture.opened.get(0).closed());
        assertThat(counters.cut()).isOne();
        assertThat(counters.closed()).isOne();
        assertThat(reader.isReset()).isTrue();
    }

    @Test
    void tick_whenTheReaderDrainedInTime_cutsNothing() {
        flood();
        catchUp();
        reader.readTo("id: " + NEWS + "\n");

        fixture.tick(DRAIN_TIMEOUT);

        fixture.run(() -> fixture.hub.send("desk", Frame.of("desk", "0", "alive")));
        reader.readTo("alive");
        assertThat(counters.cut()).isZero();
    }

    @Test
    void end_whenTheReaderStands_cutsItAtOnce() {
        flood();

        fixture.run(() -> fixture.hub.end("ticket"));

        HubFixture.await(fixture.opened.get(0).closed());
        assertThat(counters.cut()).isOne();
        assertThat(reader.isReset()).isTrue();
    }

    @Test
    void end_whenTheLastBytesAreNeverRead_cutsAfterTheDrainTimeout() throws IOException {
        flood();
        long full = counters.written();
        try (StandingReader other = new StandingReader(fixture.port(), "other")) {
            fixture.run(() -> {
                for (long i = 0; i < full - 8; i++) {
                    fixture.hub.send("other", news(0));
                }
                fixture.hub.end("other");
            });
            assertThat(counters.cut()).isZero();

            fixture.tick(DRAIN_TIMEOUT);

            HubFixture.await(fixture.opened.get(1).closed());
            assertThat(counters.cut()).isEqualTo(2);
            assertThat(other.isReset()).isTrue();
        }
    }

    /** Reads what was written before the reader stood still; then the next tick finds that there is room again. */
    private void catchUp() {
        reader.readTo("id: " + (counters.written() - 1) + "\n");
        fixture.tick(250);
    }

    private void flood() {
        fixture.run(() -> {
            for (int i = 1; i <= NEWS; i++) {
                fixture.hub.send("desk", news(i));
            }
        });
    }

    private static Frame news(int id) {
        return Frame.of("desk", Integer.toString(id), "x".repeat(KIBIBYTE));
    }
}
