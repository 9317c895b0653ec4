package madoguchi.journal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;

/** The credentials in SQLite: a row holds until it is used up, revoked or expired. Any thread. */
final class SqliteCredentials implements Credentials {

    private final Vertx vertx;
    private final Writer writer;
    private final Lane reader;

    SqliteCredentials(Vertx vertx, Writer writer, Lane reader) {
        this.vertx = vertx;
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public Future<Void> add(String jti, String subject, Instant expires) {
        return change(
                        "INSERT INTO credential (jti, subject, expires) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        jti,
                        subject,
                        expires.toEpochMilli())
                .compose(count -> count == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(
                                new IllegalStateException("credential: " + jti + " (expected: a new one)")));
    }

    @Override
    public Future<Boolean> valid(String jti, Instant now) {
        return reader.run(session -> session.number(
                                "SELECT count(*) FROM credential WHERE jti = ? AND expires > ?",
                                jti,
                                now.toEpochMilli())
                        == 1)
                .future(vertx);
    }

    @Override
    public Future<Boolean> use(String jti, Instant now) {
        return change("DELETE FROM credential WHERE jti = ? AND expires > ?", jti, now.toEpochMilli())
                .map(count -> count == 1);
    }

    @Override
    public Future<Void> revoke(String jti) {
        return change("DELETE FROM credential WHERE jti = ?", jti).mapEmpty();
    }

    @Override
    public Future<Void> revokeAllOf(String subject) {
        return change("DELETE FROM credential WHERE subject = ?", subject).mapEmpty();
    }

    @Override
    public Future<Integer> deleteExpired(Instant now) {
        return change("DELETE FROM credential WHERE expires <= ?", now.toEpochMilli());
    }

    private Future<Integer> change(String sql, Object... values) {
        return writer.write(session -> session.update(sql, values)).future(vertx);
    }
}
