package madoguchi.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import madoguchi.desk.DeskSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots in the database: compressed JSON in parts, each a write of its own, so that the events of all desks go on being
 * written in between. A snapshot is a copy of what the journal says, so one that cannot be read, or that was written in
 * another form, is passed over.
 */
final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final int PART = 1 << 18;
    private static final long FORM = RecordShape.number(DeskSnapshot.class);

    private final Writer writer;
    private final Lane reader;
    private final Lane keeper;
    private final ObjectMapper json = Json.mapper();

    /** @param keeper where a snapshot is encoded, which may take seconds */
    Snapshots(Writer writer, Lane reader, Lane keeper) {
        this.writer = writer;
        this.reader = reader;
        this.keeper = keeper;
    }

    Job<Optional<DeskSnapshot>> newest(String desk) {
        return reader.run(session -> {
            List<Long> versions = session.query(
                    row -> row.getLong(1),
                    "SELECT version FROM snapshot WHERE desk = ? AND form = ? AND complete = 1 ORDER BY version DESC",
                    desk,
                    FORM);
            for (long version : versions) {
                Optional<DeskSnapshot> snapshot = read(session, desk, version);
                if (snapshot.isPresent()) {
                    return snapshot;
                }
            }
            return Optional.empty();
        });
    }

    private Optional<DeskSnapshot> read(Session session, String desk, long version) throws SQLException {
        List<InputStream> parts = session.query(
                row -> new ByteArrayInputStream(row.getBytes(1)),
                "SELECT bytes FROM snapshot_part WHERE desk = ? AND version = ? ORDER BY part",
                desk,
                version);
        try (InputStream in = new GZIPInputStream(new SequenceInputStream(Collections.enumeration(parts)))) {
            return Optional.of(json.readValue(in, DeskSnapshot.class));
        } catch (IOException e) {
            LOG.warn("snapshot of {} at version {}: cannot be read, passed over", desk, version, e);
            return Optional.empty();
        }
    }

    /** @return false where that version is there already */
    Job<Boolean> save(DeskSnapshot snapshot) {
        return keeper.run(session -> {
            String desk = snapshot.desk();
            long version = snapshot.version();
            boolean begun =
                    writer.write(writing -> begin(writing, desk, version)).await();
            if (begun) {
                write(snapshot);
                writer.write(writing -> complete(writing, desk, version)).await();
            }
            return begun;
        });
    }

    private static boolean begin(Session session, String desk, long version) throws SQLException {
        long there = session.number(
                "SELECT count(*) FROM snapshot WHERE desk = ? AND version = ? AND form = ? AND complete = 1",
                desk,
                version,
                FORM);
        if (there > 0) {
            return false;
        }
        session.update("DELETE FROM snapshot WHERE desk = ? AND (version = ? OR complete = 0)", desk, version);
        session.update("INSERT INTO snapshot (desk, version, form) VALUES (?, ?, ?)", desk, version, FORM);
        return true;
    }

    private void write(DeskSnapshot snapshot) {
        OutputStream parts = new BufferedOutputStream(new Parts(snapshot.desk(), snapshot.version()), PART);
        try (OutputStream out = new GZIPOutputStream(parts)) {
            json.writeValue(out, snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest two stay. @return how many went */
    private static int complete(Session session, String desk, long version) throws SQLException {
        session.update("UPDATE snapshot SET complete = 1 WHERE desk = ? AND version = ?", desk, version);
        return session.update("""
                DELETE FROM snapshot WHERE desk = ? AND version NOT IN
                (SELECT version FROM snapshot WHERE desk = ? ORDER BY version DESC LIMIT 2)""", desk, desk);
    }

    /** Writes what it gets as the next part and waits until the disk has it. Belongs to the keeper's thread. */
    private final class Parts extends OutputStream {
        private final String desk;
        private final long version;
        private int part;

        Parts(String desk, long version) {
            this.desk = desk;
            this.version = version;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            byte[] copy = Arrays.copyOfRange(bytes, from, from + length);
            int number = part++;
            writer.write(session -> session.update(
                            "INSERT INTO snapshot_part (desk, version, part, bytes) VALUES (?, ?, ?, ?)",
                            desk,
                            version,
                            number,
                            copy))
                    .await();
        }

        @Override
        public void write(int single) {
            write(new byte[] {(byte) single}, 0, 1);
        }
    }
}
