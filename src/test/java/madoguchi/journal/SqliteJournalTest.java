package madoguchi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import madoguchi.desk.Event;
import madoguchi.journal.Journal.Recorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest {

    private static final List<Event> EVENTS = TestEvents.oneOfEach();

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    private SqliteStore store;
    private Journal journal;

    @BeforeEach
    void open() {
        store = SqliteStore.open(vertx, folder).await();
        journal = store.journal();
    }

    @AfterEach
    void close() {
        store.close().await();
        vertx.close().await();
    }

    @Test
    void read_ofAnEmptyJournal_isEmpty() {
        assertThat(journal.read("helpdesk", 0, 10).await()).isEmpty();
    }

    @Test
    void read_givesBackEveryTypeOfEvent() {
        journal.append("helpdesk", 0, EVENTS).await();

        assertThat(journal.read("helpdesk", 0, 100).await())
                .extracting(Recorded::event)
                .isEqualTo(EVENTS);
    }

    @Test
    void read_givesVersionsInOrderUpToTheLimit() {
        journal.append("helpdesk", 0, EVENTS).await();

        assertThat(journal.read("helpdesk", 3, 2).await())
                .extracting(Recorded::version)
                .containsExactly(4L, 5L);
    }

    @Test
    void read_seesWhatAnEarlierStoreWrote() {
        journal.append("helpdesk", 0, EVENTS).await();
        store.close().await();
        open();

        assertThat(journal.read("helpdesk", 0, 100).await()).hasSize(EVENTS.size());
    }

    @Test
    void append_afterAnotherVersion_conflictsAndChangesNothing() {
        journal.append("helpdesk", 0, EVENTS).await();

        assertThatThrownBy(() -> journal.append("helpdesk", 0, EVENTS).await())
                .isInstanceOf(JournalConflictException.class);
        assertThatThrownBy(() ->
                        journal.append("helpdesk", EVENTS.size() + 1, EVENTS).await())
                .isInstanceOf(JournalConflictException.class)
                .hasMessage("journal of helpdesk: after version %d (expected: %d)", EVENTS.size() + 1, EVENTS.size());
        assertThat(journal.read("helpdesk", 0, 100).await()).hasSize(EVENTS.size());
    }

    @Test
    void append_inOneGroup_isAppliedInOrderAndAConflictFailsNobodyElse() {
        List<Future<Void>> appends = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            appends.add(journal.append("a", i, EVENTS.subList(i % 20, i % 20 + 1)));
            appends.add(journal.append("b", i + 1, EVENTS.subList(0, 1)));
            appends.add(journal.append("c", i, EVENTS.subList(i % 20, i % 20 + 1)));
        }
        Future.join(appends).otherwiseEmpty().await();

        assertThat(appends.stream().filter(Future::failed)).hasSize(50);
        assertThat(journal.read("a", 0, 100).await())
                .extracting(Recorded::version)
                .hasSize(50);
        assertThat(journal.read("a", 0, 100).await())
                .isEqualTo(journal.read("c", 0, 100).await());
        assertThat(journal.read("b", 0, 100).await()).isEmpty();
    }

    @Test
    void append_afterAnotherProcessHasAppended_conflicts() {
        journal.append("helpdesk", 0, EVENTS).await();
        SqliteStore other = SqliteStore.openBeside(vertx, folder).await();
        other.journal().append("helpdesk", EVENTS.size(), EVENTS.subList(0, 1)).await();

        assertThatThrownBy(
                        () -> journal.append("helpdesk", EVENTS.size(), EVENTS).await())
                .isInstanceOf(JournalConflictException.class);
        assertThat(journal.read("helpdesk", EVENTS.size(), 100).await()).hasSize(1);
        other.close().await();
    }

    @Test
    void append_afterClose_isUnavailable() {
        store.close().await();

        assertThatThrownBy(() -> journal.append("helpdesk", 0, EVENTS).await())
                .isInstanceOf(JournalUnavailableException.class);
    }
}
