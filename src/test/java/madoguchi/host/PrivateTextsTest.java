package madoguchi.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import madoguchi.journal.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateTextsTest {

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(vertx, folder).await();
    }

    @AfterEach
    void close() {
        store.close().await();
        vertx.close().await();
    }

    @Test
    void text_thatCouldNotBeRead_isReadOnceItCan() throws IOException {
        store.privateTable()
                .put("ticket", "typed", Instant.parse("2027-01-01T00:00:00Z"))
                .await();
        PrivateTexts texts = new PrivateTexts(store.privateTable(), () -> {});
        Path file = folder.resolve("madoguchi.db");
        Path away = Files.move(file, folder.resolve("away.db"));
        assertThat(texts.of("ticket")).isNull();
        assertThat(store.journal().read("desk", 0, 1).otherwiseEmpty().await()).isNull();

        Files.move(away, file);

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!"typed".equals(texts.of("ticket"))) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }
}
