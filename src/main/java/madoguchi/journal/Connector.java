package madoguchi.journal;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one thread's session. After any failure it is thrown away and the next use begins with a new one: that is all there is
 * to recovering. Belongs to that thread.
 */
final class Connector {

    private final DatabaseFile file;
    private final Opening opening;
    private @Nullable Session session;

    Connector(DatabaseFile file, Opening opening) {
        this.file = file;
        this.opening = opening;
    }

    @FunctionalInterface
    interface Opening {
        Session open(DatabaseFile file) throws SQLException;
    }

    Session session() throws SQLException, IOException {
        file.requireInPlace();
        if (session == null) {
            session = opening.open(file);
        }
        return session;
    }

    /** Closes it; an open transaction is rolled back. */
    void discard() {
        Session broken = session;
        session = null;
        if (broken != null) {
            broken.close();
        }
    }
}
