package madoguchi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlitePrivateTableTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    private SqliteStore store;
    private PrivateTable table;

    @BeforeEach
    void open() {
        store = SqliteStore.open(vertx, folder).await();
        table = store.privateTable();
    }

    @AfterEach
    void close() {
        store.close().await();
        vertx.close().await();
    }

    @Test
    void get_givesTheTextsOfThoseThatHaveOne() {
        table.put("a", "佐藤", LATER).await();
        table.put("b", "first", LATER).await();
        table.put("b", "second", LATER).await();

        assertThat(table.get(Set.of("a", "b", "c")).await()).isEqualTo(Map.of("a", "佐藤", "b", "second"));
    }

    @Test
    void delete_deletesOne() {
        table.put("a", "one", LATER).await();
        table.put("b", "two", LATER).await();
        table.delete("a").await();

        assertThat(table.get(List.of("a", "b")).await()).isEqualTo(Map.of("b", "two"));
    }

    @Test
    void deleteDue_leavesNoTraceInAnyFile() throws IOException {
        Random random = new Random(20261124);
        List<Future<Void>> puts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            boolean due = i % 3 != 0;
            String text = (due ? "forget-me " : "remember-me ").repeat(1 + random.nextInt(i % 100 == 0 ? 2_000 : 20));
            puts.add(table.put("subject-" + random.nextInt(2_000), text, due ? NOW : LATER));
        }
        Future.all(puts).await();
        assertThat(filesContain("forget-me")).isTrue();

        assertThat(table.deleteDue(NOW).await()).isGreaterThan(500);

        assertThat(filesContain("forget-me")).isFalse();
        assertThat(filesContain("remember-me")).isTrue();
    }

    private boolean filesContain(String text) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }
}
