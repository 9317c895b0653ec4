package madoguchi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import madoguchi.desk.DeskSnapshot;
import madoguchi.desk.Event;
import madoguchi.desk.TicketId;
import madoguchi.journal.Journal.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

    @TempDir
    Path folder;

    @Test
    void kill_fiftyTimes_losesNothingAcknowledged() throws Exception {
        Flood flood = new Flood();
        new KillLoop(50, new Random(20261124), 400).run(flood);

        assertThat(flood.checked).isEqualTo(50);
        assertThat(flood.acknowledged).hasSizeGreaterThan(1_000);
    }

    /** Told by the child: so many events of this ticket are the versions after this one. */
    private record Acknowledged(String desk, long afterVersion, int size, TicketId ticket) {

        static Acknowledged parse(String line) {
            String[] words = line.split(" ", -1);
            return new Acknowledged(
                    words[0], Long.parseLong(words[1]), Integer.parseInt(words[2]), new TicketId(words[3]));
        }
    }

    private final class Flood implements KillLoop.Victim {
        private final List<Acknowledged> acknowledged = new ArrayList<>();
        private final Map<String, List<Recorded>> before = new HashMap<>();
        private @Nullable ChildJvm child;
        private int checked;

        @Override
        public void start() throws IOException {
            child = ChildJvm.start(FloodedJournal.class, folder.toString(), String.valueOf(checked));
        }

        @Override
        public void awaitAcknowledgement() {
            acknowledged.add(Acknowledged.parse(child().line()));
        }

        @Override
        public void kill() {
            for (String line : child().kill()) {
                if (line.endsWith(".")) {
                    acknowledged.add(Acknowledged.parse(line));
                }
            }
        }

        private ChildJvm child() {
            return Objects.requireNonNull(child);
        }

        @Override
        public void check() throws IOException, SQLException {
            DiskTroubleTest.assertSound(folder);
            Vertx vertx = Vertx.vertx();
            SqliteStore store = SqliteStore.open(vertx, folder).await();
            for (String desk : Set.copyOf(FloodedJournal.DESKS)) {
                checkDesk(desk, store.journal());
            }
            store.close().await();
            vertx.close().await();
            checked++;
        }

        private void checkDesk(String desk, Journal journal) {
            List<Recorded> events = journal.read(desk, 0, 1_000_000).await();
            List<Recorded> earlier = before.getOrDefault(desk, List.of());
            assertThat(events.subList(0, earlier.size())).isEqualTo(earlier);
            assertWholeBatchesWithoutGaps(events);
            acknowledged.stream().filter(one -> one.desk().equals(desk)).forEach(one -> assertThere(one, events));
            DeskSnapshot snapshot = journal.snapshot(desk).await();
            assertThat(snapshot == null || snapshot.version() <= events.size()).isTrue();
            before.put(desk, events);
        }
    }

    private static void assertWholeBatchesWithoutGaps(List<Recorded> events) {
        for (int from = 0; from < events.size(); ) {
            Event.WentBack first = (Event.WentBack) events.get(from).event();
            List<Recorded> batch = new ArrayList<>();
            for (Event event : FloodedJournal.batch(first.ticket(), first.places())) {
                batch.add(new Recorded(from + batch.size() + 1, event));
            }
            assertThat(events.subList(from, from + batch.size())).isEqualTo(batch);
            from += batch.size();
        }
    }

    private static void assertThere(Acknowledged one, List<Recorded> events) {
        assertThat(events).hasSizeGreaterThanOrEqualTo((int) one.afterVersion() + one.size());
        assertThat(events.get((int) one.afterVersion()).event())
                .isEqualTo(FloodedJournal.batch(one.ticket(), one.size()).get(0));
    }
}
