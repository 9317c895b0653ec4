package madoguchi.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reader that keeps up gets. */
final class StreamHubTest {

    private static final Frame FIRST = Frame.of("desk", "1", "first");
    private static final Frame SECOND = Frame.of("desk", "2", "second");
    private static final long HEARTBEAT = 15_000;
    private static final long OLDEST = 12 * 60_000;

    private HubFixture fixture = new HubFixture(StreamRules.defaults());

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void open_beforeAnyNews_sendsHeadAndRetryAtOnce() {
        RawClient client = fixture.open("desk");

        assertThat(client.head())
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("content-type: text/event-stream; charset=utf-8\r\n")
                .containsIgnoringCase("cache-control: no-cache, no-store, no-transform\r\n")
                .containsIgnoringCase("x-accel-buffering: no\r\n")
                .containsIgnoringCase("transfer-encoding: chunked\r\n");
        client.awaitThat(all -> all.endsWith("\n\n\r\n"));
        assertThat(client.body()).matches("retry: [2-8]\\d{3}\n\n");
    }

    @Test
    void open_whenAPictureIsKnown_sendsIt() {
        fixture.run(() -> fixture.hub.publish("desk", FIRST));
        fixture.run(() -> fixture.hub.refresh("desk", SECOND));

        RawClient client = fixture.open("desk");

        client.awaitText("second");
        assertThat(client.body()).endsWith("\n\n" + SECOND.bytes()).doesNotContain("first");
    }

    @Test
    void publish_toTwoStreamsOfTheKey_writesTheSameBytesToBothAndNoOther() {
        RawClient one = fixture.open("desk");
        RawClient two = fixture.open("desk,ticket");
        RawClient other = fixture.open("other");

        fixture.run(() -> fixture.hub.publish("desk", FIRST));
        fixture.run(() -> fixture.hub.publish("other", SECOND));

        for (RawClient client : new RawClient[] {one, two}) {
            client.awaitText("first");
            assertThat(client.body()).endsWith("\n\n" + FIRST.bytes());
        }
        other.awaitText("second");
        assertThat(other.body()).doesNotContain("first");
    }

    @Test
    void send_whenSomebodyOpensLater_isNotRemembered() {
        RawClient present = fixture.open("ticket");
        fixture.run(() -> fixture.hub.send("ticket", FIRST));
        present.awaitText("first");

        RawClient later = fixture.open("ticket");
        fixture.run(() -> fixture.hub.send("ticket", SECOND));

        later.awaitText("second");
        assertThat(later.body()).doesNotContain("first");
    }

    @Test
    void tick_whenNothingWasSaidForAHeartbeat_sendsThePresentPicture() {
        RawClient client = fixture.open("desk");
        fixture.run(() -> fixture.hub.refresh("desk", FIRST));

        fixture.tick(HEARTBEAT);

        client.awaitText("first");
    }

    @Test
    void tick_whenThereIsNoPicture_sendsAComment() {
        RawClient client = fixture.open("desk");

        fixture.tick(HEARTBEAT);

        client.awaitText(":\n\n");
    }

    @Test
    void tick_afterTraffic_waitsAnew() {
        RawClient client = fixture.open("ticket");
        fixture.tick(HEARTBEAT / 2);
        fixture.run(() -> fixture.hub.send("ticket", FIRST));

        fixture.tick(HEARTBEAT / 2 + HEARTBEAT * 4 / 5 - 1);

        fixture.run(() -> fixture.hub.send("ticket", SECOND));
        client.awaitText("second");
        assertThat(client.body()).endsWith("\n\n" + FIRST.bytes() + SECOND.bytes());
    }

    @Test
    void tick_whileNewsOfItsOwnComeAllTheTime_stillBringsThePresentPictureInTime() {
        RawClient client = fixture.open("desk,ticket");
        fixture.run(() -> fixture.hub.refresh("desk", FIRST));
        for (int now = 0; now <= HEARTBEAT; now += 1_000) {
            fixture.tick(now);
            fixture.run(() -> fixture.hub.send("ticket", SECOND));
        }

        client.awaitText("first");
    }

    @Test
    void tick_atTheLargestAge_hasEndedTheStream() {
        RawClient client = fixture.open("desk");

        fixture.tick(OLDEST);

        client.awaitText("0\r\n\r\n");
        fixture.call(() -> assertThat(fixture.hub.streams()).isZero());
    }

    @Test
    void tick_beforeTheLeastAge_endsNothing() {
        fixture.open("desk");

        fixture.tick(8 * 60_000 - 1);

        fixture.call(() -> assertThat(fixture.hub.streams()).isOne());
    }

    @Test
    void tick_whenTheTokenExpires_endsTheStream() {
        fixture.expires = HubFixture.PRESENT.plusSeconds(20);
        RawClient client = fixture.open("desk");

        fixture.tick(20_000);
        fixture.call(() -> assertThat(fixture.hub.streams()).isOne());
        fixture.tick(20_250);

        client.awaitText("0\r\n\r\n");
    }

    @Test
    void open_longAfterATick_doesNotEndBeforeItsToken() {
        fixture.clock = HubFixture.PRESENT.plusSeconds(5);
        fixture.expires = HubFixture.PRESENT.plusSeconds(20);
        RawClient client = fixture.open("desk");

        fixture.tick(20_000);
        fixture.call(() -> assertThat(fixture.hub.streams()).isOne());
        fixture.tick(20_250);

        client.awaitText("0\r\n\r\n");
    }

    @Test
    void open_withAnExpiredToken_endsAtTheNextTick() {
        fixture.expires = Instant.MIN;
        RawClient client = fixture.open("desk");

        fixture.tick(250);

        client.awaitText("0\r\n\r\n");
    }

    @Test
    void end_ofAKey_endsItsStreamsAndForgetsThePicture() {
        RawClient client = fixture.open("session");
        RawClient other = fixture.open("desk");
        fixture.run(() -> fixture.hub.publish("session", FIRST));

        fixture.run(() -> fixture.hub.end("session"));

        client.awaitText("0\r\n\r\n");
        RawClient later = fixture.open("session");
        fixture.run(() -> fixture.hub.publish("session", SECOND));
        later.awaitText("second");
        assertThat(later.body()).doesNotContain("first");
        assertThat(other.body()).doesNotContain("first");
    }

    @Test
    void closed_whenTheClientGoes_completesAndFreesThePlace() {
        RawClient client = fixture.open("desk");

        client.close();

        HubFixture.await(fixture.opened.get(0).closed());
        fixture.call(() -> assertThat(fixture.hub.streams()).isZero());
        fixture.run(() -> fixture.hub.publish("desk", FIRST));
        assertThat(fixture.hub.counters().closed()).isOne();
    }

    @Test
    void end_calledTwice_countsOnce() {
        RawClient client = fixture.open("desk");

        fixture.run(() -> {
            fixture.opened.get(0).end();
            fixture.opened.get(0).end();
        });

        client.awaitText("0\r\n\r\n");
        HubFixture.await(fixture.opened.get(0).closed());
        assertThat(fixture.hub.counters().closed()).isOne();
        assertThat(fixture.hub.counters().cut()).isZero();
    }

    @Test
    void end_whenTheStreamIsOver_closesTheConnection() {
        RawClient client = fixture.open("desk");
        assertThat(client.head()).containsIgnoringCase("connection: close\r\n");

        fixture.run(() -> fixture.opened.get(0).end());

        client.awaitText("0\r\n\r\n");
        client.awaitEnd();
    }

    @Test
    void full_atTheLimit_refusesAndFreesAgain() {
        fixture.close();
        fixture = new HubFixture(TestRules.withMaxStreams(2));
        RawClient first = fixture.open("desk");
        fixture.call(() -> assertThat(fixture.hub.full()).isFalse());
        fixture.open("desk");
        fixture.call(() -> assertThat(fixture.hub.full()).isTrue());

        first.close();

        HubFixture.await(fixture.opened.get(0).closed());
        fixture.call(() -> assertThat(fixture.hub.full()).isFalse());
    }

    @Test
    void drain_whenTheSpreadIsOver_hasEndedEveryStreamWithARetry() {
        RawClient one = fixture.open("desk");
        RawClient two = fixture.open("desk,ticket");

        var drained = fixture.call(() -> fixture.hub.drain(Duration.ofSeconds(10)));
        fixture.call(() -> assertThat(fixture.hub.full()).isTrue());
        fixture.tick(10_000);

        HubFixture.await(drained);
        for (RawClient client : new RawClient[] {one, two}) {
            client.awaitText("0\r\n\r\n");
            assertThat(client.body()).matches("retry: \\d{4,5}\n\nretry: (1[2-9]|2[0-3])\\d{3}\n\n");
        }
    }

    @Test
    void drain_ofNoStreams_isDoneAtOnce() {
        HubFixture.await(fixture.call(() -> fixture.hub.drain(Duration.ofSeconds(10))));
    }
}
