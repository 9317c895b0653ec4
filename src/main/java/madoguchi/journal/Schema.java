package madoguchi.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tables, made by numbered scripts: the database remembers the number of the last one it has seen.
 *
 * @param scripts the first makes version 1
 */
record Schema(List<String> scripts) {

    /** What {@code schema-1.sql}, {@code schema-2.sql} … in this package's resources say. */
    static Schema shipped() {
        return new Schema(IntStream.iterate(1, n -> n + 1)
                .mapToObj(Schema::script)
                .takeWhile(Objects::nonNull)
                .toList());
    }

    private static @Nullable String script(int number) {
        try (InputStream in = Schema.class.getResourceAsStream("schema-" + number + ".sql")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return 0 where nothing has been made yet */
    static long version(Session session) throws SQLException {
        return session.number("PRAGMA user_version");
    }

    /**
     * Brings the database up to date, wholly or not at all; another process may be at it too. Writes in any case, so
     * that a file nobody can write to is found out at the start.
     */
    void migrate(Session session) throws SQLException {
        session.update("BEGIN IMMEDIATE");
        long version = version(session);
        if (version > scripts.size()) {
            throw new IllegalStateException("madoguchi.db: written by a newer Madoguchi, schema " + version
                    + " (expected: at most " + scripts.size() + ")");
        }
        for (String script : scripts.subList((int) version, scripts.size())) {
            session.execute(script);
        }
        session.execute("PRAGMA user_version = " + scripts.size());
        session.update("COMMIT");
    }
}
