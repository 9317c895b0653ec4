package madoguchi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    private static final String NEXT =
            "ALTER TABLE private ADD COLUMN language TEXT; CREATE TABLE more (id TEXT) STRICT;";

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() throws IOException, SQLException {
        session = new DatabaseFile(folder).writer();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void migrate_fromNothing_makesEveryTable() throws SQLException {
        Schema.shipped().migrate(session);

        assertThat(tables()).containsExactly("credential", "event", "private", "snapshot", "snapshot_part");
        assertThat(session.number("PRAGMA user_version")).isEqualTo(1);
    }

    @Test
    void migrate_whenUpToDate_changesNothing() throws SQLException {
        Schema.shipped().migrate(session);
        session.update("INSERT INTO private VALUES ('a', 'text', 0)");
        Schema.shipped().migrate(session);

        assertThat(session.number("SELECT count(*) FROM private")).isEqualTo(1);
    }

    @Test
    void migrate_fromVersion1_goesForwardAndKeepsTheRows() throws SQLException {
        Schema.shipped().migrate(session);
        session.update("INSERT INTO private VALUES ('a', 'text', 0)");
        withNext(NEXT).migrate(session);

        assertThat(tables()).contains("more");
        assertThat(session.number("SELECT count(*) FROM private WHERE language IS NULL"))
                .isEqualTo(1);
        assertThat(session.number("PRAGMA user_version")).isEqualTo(2);
    }

    @Test
    void migrate_whenAStepFails_leavesEverythingAsItWas() throws SQLException, IOException {
        Schema.shipped().migrate(session);

        assertThatThrownBy(() -> withNext(NEXT + "CREATE NONSENSE;").migrate(session))
                .isInstanceOf(SQLException.class);
        session.close();
        open();
        assertThat(session.number("PRAGMA user_version")).isEqualTo(1);
        assertThat(tables()).doesNotContain("more");
    }

    @Test
    void open_ofWhatANewerVersionHasWritten_saysSo() throws SQLException {
        withNext(NEXT).migrate(session);
        Vertx vertx = Vertx.vertx();

        assertThatThrownBy(() -> SqliteStore.open(vertx, folder).await())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("madoguchi.db: written by a newer Madoguchi, schema 2 (expected: at most 1)");
        vertx.close().await();
    }

    private static Schema withNext(String script) {
        return new Schema(Stream.concat(Schema.shipped().scripts().stream(), Stream.of(script))
                .toList());
    }

    private List<String> tables() throws SQLException {
        return session.query(
                row -> row.getString(1), "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    }
}
