package madoguchi.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** News to more streams than are told in one turn of the event loop. The last opened are told first. */
final class SliceTest {

    private static final int LATE = 50;

    private final HubFixture fixture = new HubFixture(StreamRules.defaults());
    private final StreamCounters counters = fixture.hub.counters();
    private List<RawClient> clients = List.of();

    @BeforeEach
    void open() {
        clients = IntStream.range(0, StreamHub.SLICE + LATE)
                .mapToObj(i -> fixture.open("desk"))
                .toList();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void publish_toMoreThanASlice_tellsAllAndLetsOthersInBetween() {
        long inTheFirstTurn = fixture.call(() -> {
            long before = counters.written();
            fixture.hub.publish("desk", picture("1"));
            return counters.written() - before;
        });

        assertThat(inTheFirstTurn).isEqualTo(StreamHub.SLICE);
        assertThat(clients).allSatisfy(client -> client.awaitText("picture 1"));
    }

    @Test
    void publish_whileAnOlderPictureIsStillBeingTold_tellsTheRestTheNewerAlone() {
        fixture.run(() -> {
            fixture.hub.publish("desk", picture("1"));
            fixture.hub.publish("desk", picture("2"));
        });

        clients.forEach(client -> client.awaitText("picture 2"));
        assertThat(clients.subList(0, LATE)).noneMatch(client -> client.body().contains("picture 1"));
        assertThat(clients.subList(LATE, clients.size()))
                .allMatch(client -> client.body().contains("picture 1"));
    }

    @Test
    void leave_betweenTwoSlices_costsNobodyTheNews() {
        fixture.run(() -> {
            fixture.hub.publish("desk", picture("1"));
            fixture.opened.get(0).end();
            fixture.opened.get(LATE + 1).end();
        });

        clients.get(0).awaitEnd();
        assertThat(clients.get(0).body()).doesNotContain("picture 1");
        assertThat(clients.subList(1, clients.size())).allSatisfy(client -> client.awaitText("picture 1"));
    }

    @Test
    void end_betweenTwoSlices_endsAllAndTellsNobodyMore() {
        fixture.run(() -> {
            fixture.hub.publish("desk", picture("1"));
            fixture.hub.end("desk");
        });

        clients.forEach(RawClient::awaitEnd);
        assertThat(clients.subList(0, LATE)).noneMatch(client -> client.body().contains("picture 1"));
    }

    private static Frame picture(String id) {
        return Frame.of("desk", id, "picture " + id);
    }
}
