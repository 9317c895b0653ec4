package madoguchi.journal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.List;
import madoguchi.desk.DeskSnapshot;
import madoguchi.desk.Event;
import org.jspecify.annotations.Nullable;

/** The journal in SQLite. Any thread. */
final class SqliteJournal implements Journal {

    private final Vertx vertx;
    private final Writer writer;
    private final Lane reader;
    private final Snapshots snapshots;
    private final EventCodec codec = new EventCodec();

    SqliteJournal(Vertx vertx, Writer writer, Lane reader, Snapshots snapshots) {
        this.vertx = vertx;
        this.writer = writer;
        this.reader = reader;
        this.snapshots = snapshots;
    }

    /** An event ready to be written. */
    private record Row(long at, String type, String body) {}

    @Override
    public Future<Void> append(String desk, long afterVersion, List<Event> events) {
        List<Row> rows = events.stream()
                .map(event -> new Row(event.at().toEpochMilli(), codec.type(event), codec.body(event)))
                .toList();
        return writer.write(session -> append(session, desk, afterVersion, rows))
                .future(vertx)
                .mapEmpty();
    }

    /** @return the version of the last one */
    private static long append(Session session, String desk, long afterVersion, List<Row> rows) throws SQLException {
        long atVersion = session.number("SELECT coalesce(max(version), 0) FROM event WHERE desk = ?", desk);
        if (atVersion != afterVersion) {
            throw new JournalConflictException(desk, afterVersion, atVersion);
        }
        long version = afterVersion;
        for (Row row : rows) {
            session.update(
                    "INSERT INTO event (desk, version, at, type, form, body) VALUES (?, ?, ?, ?, ?, ?)",
                    desk,
                    ++version,
                    row.at(),
                    row.type(),
                    EventCodec.FORM,
                    row.body());
        }
        return version;
    }

    @Override
    public Future<List<Recorded>> read(String desk, long afterVersion, int limit) {
        return reader.run(session -> session.query(
                        row -> new Recorded(
                                row.getLong(1), codec.event(row.getString(2), row.getInt(3), row.getString(4))),
                        "SELECT version, type, form, body FROM event WHERE desk = ? AND version > ? ORDER BY version LIMIT ?",
                        desk,
                        afterVersion,
                        limit))
                .future(vertx);
    }

    @Override
    public Future<@Nullable DeskSnapshot> snapshot(String desk) {
        return snapshots.newest(desk).future(vertx).map(newest -> newest.orElse(null));
    }

    @Override
    public Future<Void> save(DeskSnapshot snapshot) {
        return snapshots.save(snapshot).future(vertx).mapEmpty();
    }
}
