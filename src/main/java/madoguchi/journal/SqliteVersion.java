package madoguchi.journal;

import java.lang.Runtime.Version;
import java.sql.SQLException;

/** Before 3.51.3 two connections that write to one log could corrupt the file (the WAL-reset bug). */
final class SqliteVersion {

    private static final Version FLOOR = Version.parse("3.51.3");

    private SqliteVersion() {}

    static void require(Session session) throws SQLException {
        String version = session.query(row -> row.getString(1), "SELECT sqlite_version()")
                .get(0);
        require(version);
    }

    static void require(String version) {
        if (Version.parse(version).compareTo(FLOOR) < 0) {
            throw new IllegalStateException("SQLite: " + version + " (expected: " + FLOOR + " or newer)");
        }
    }
}
