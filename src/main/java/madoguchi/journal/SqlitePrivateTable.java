package madoguchi.journal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The private table in SQLite. Any thread. */
final class SqlitePrivateTable implements PrivateTable {

    private final Vertx vertx;
    private final Writer writer;
    private final Lane reader;
    private final Lane keeper;

    SqlitePrivateTable(Vertx vertx, Writer writer, Lane reader, Lane keeper) {
        this.vertx = vertx;
        this.writer = writer;
        this.reader = reader;
        this.keeper = keeper;
    }

    @Override
    public Future<Void> put(String subject, String text, Instant deleteAt) {
        return writer.write(session -> session.update("""
                        INSERT INTO private (subject, text, delete_at) VALUES (?, ?, ?)
                        ON CONFLICT (subject) DO UPDATE SET text = excluded.text, delete_at = excluded.delete_at""", subject, text, deleteAt.toEpochMilli()))
                .future(vertx)
                .mapEmpty();
    }

    @Override
    public Future<Map<String, String>> get(Collection<String> subjects) {
        List<String> asked = List.copyOf(subjects);
        return reader.run(session -> get(session, asked)).future(vertx);
    }

    private static Map<String, String> get(Session session, List<String> subjects) throws SQLException {
        Map<String, String> texts = new HashMap<>();
        for (String subject : subjects) {
            session.query(row -> row.getString(1), "SELECT text FROM private WHERE subject = ?", subject)
                    .forEach(text -> texts.put(subject, text));
        }
        return Map.copyOf(texts);
    }

    @Override
    public Future<Void> delete(String subject) {
        return erase("DELETE FROM private WHERE subject = ?", subject).mapEmpty();
    }

    @Override
    public Future<Integer> deleteDue(Instant now) {
        return erase("DELETE FROM private WHERE delete_at <= ?", now.toEpochMilli());
    }

    private Future<Integer> erase(String delete, Object value) {
        return writer.write(session -> erase(session, delete, value))
                .future(vertx)
                .compose(count ->
                        keeper.run(SqlitePrivateTable::emptyLog).future(vertx).map(count));
    }

    /**
     * SQLite overwrites what it deletes (secure_delete), but not the copies that rows leave behind where they moved to another
     * page. So the table is written anew: emptying it overwrites its pages whole.
     */
    private static int erase(Session session, String delete, Object value) throws SQLException {
        int count = session.update(delete, value);
        if (count > 0) {
            session.execute("CREATE TEMP TABLE kept AS SELECT * FROM private");
            session.execute("DELETE FROM private");
            session.execute("INSERT INTO private SELECT * FROM kept");
            session.execute("DROP TABLE kept");
        }
        return count;
    }

    /** The file forgets when the log is written back to it, the log when it is cut to nothing. */
    private static long emptyLog(Session session) throws SQLException {
        long busy = session.number("PRAGMA wal_checkpoint(TRUNCATE)");
        if (busy != 0) {
            throw new SQLException("the log cannot be emptied while somebody reads it");
        }
        return busy;
    }
}
