package madoguchi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import madoguchi.desk.DeskSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    private SqliteStore store;
    private Journal journal;
    private Session database;

    @BeforeEach
    void open() throws IOException, SQLException {
        store = SqliteStore.open(vertx, folder).await();
        journal = store.journal();
        database = new DatabaseFile(folder).writer();
    }

    @AfterEach
    void close() {
        database.close();
        store.close().await();
        vertx.close().await();
    }

    @Test
    void snapshot_ofADeskWithoutOne_isNull() {
        assertThat(journal.snapshot("helpdesk").await()).isNull();
    }

    @Test
    void snapshot_isTheNewestOfThatDesk() {
        save("helpdesk", 7);
        save("helpdesk", 9);
        save("other", 11);

        assertThat(journal.snapshot("helpdesk").await()).isEqualTo(TestSnapshots.empty("helpdesk", 9));
    }

    @Test
    void save_keepsTheNewestTwo() throws SQLException {
        save("helpdesk", 1);
        save("helpdesk", 2);
        save("helpdesk", 3);
        save("helpdesk", 3);

        assertThat(versions("snapshot")).containsExactly(2L, 3L);
        assertThat(versions("snapshot_part")).containsExactly(2L, 3L);
    }

    @Test
    void snapshot_inAnotherForm_isNull() throws SQLException {
        save("helpdesk", 7);
        database.update("UPDATE snapshot SET form = form + 1");

        assertThat(journal.snapshot("helpdesk").await()).isNull();
    }

    @Test
    void snapshot_whenTheNewestCannotBeRead_isTheOneBefore() throws SQLException {
        save("helpdesk", 7);
        save("helpdesk", 9);
        database.update("UPDATE snapshot_part SET bytes = x'00' WHERE version = 9");

        assertThat(journal.snapshot("helpdesk").await()).isEqualTo(TestSnapshots.empty("helpdesk", 7));
    }

    @Test
    void snapshot_ofASaveThatWasCutShort_isTheOneBefore_andTheNextSaveClearsItAway() throws SQLException {
        save("helpdesk", 7);
        database.update("INSERT INTO snapshot SELECT desk, 9, form, 0 FROM snapshot");
        assertThat(journal.snapshot("helpdesk").await()).isEqualTo(TestSnapshots.empty("helpdesk", 7));

        save("helpdesk", 11);
        assertThat(versions("snapshot")).containsExactly(7L, 11L);
    }

    @Test
    void snapshot_inManyParts_isReadBackWhole() throws SQLException {
        DeskSnapshot snapshot = TestSnapshots.waiting("helpdesk", 9, 20_000);
        journal.save(snapshot).await();

        assertThat(database.number("SELECT count(*) FROM snapshot_part")).isGreaterThan(1);
        assertThat(journal.snapshot("helpdesk").await()).isEqualTo(snapshot);
    }

    @Test
    void shape_changesWithNamesTypesAndConstantsAtAnyDepth() {
        assertThat(List.of(
                        RecordShape.number(Shapes.First.class),
                        RecordShape.number(Shapes.OtherName.class),
                        RecordShape.number(Shapes.OtherElement.class),
                        RecordShape.number(Shapes.OtherConstants.class)))
                .doesNotHaveDuplicates();
        assertThat(RecordShape.number(Shapes.First.class)).isEqualTo(RecordShape.number(Shapes.First.class));
    }

    private interface Shapes {
        enum Colour {
            RED
        }

        enum Colours {
            RED,
            BLUE
        }

        record Inner(int number) {}

        record First(List<Inner> inner, Colour colour) {}

        record OtherName(List<Inner> inners, Colour colour) {}

        record OtherElement(List<String> inner, Colour colour) {}

        record OtherConstants(List<Inner> inner, Colours colour) {}
    }

    private void save(String desk, long version) {
        journal.save(TestSnapshots.empty(desk, version)).await();
    }

    private List<Long> versions(String table) throws SQLException {
        return database.query(row -> row.getLong(1), "SELECT DISTINCT version FROM " + table + " ORDER BY version");
    }
}
