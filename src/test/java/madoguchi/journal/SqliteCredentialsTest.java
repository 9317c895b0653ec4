package madoguchi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCredentialsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    private SqliteStore store;
    private Credentials credentials;

    @BeforeEach
    void open() {
        store = SqliteStore.open(vertx, folder).await();
        credentials = store.credentials();
    }

    @AfterEach
    void close() {
        store.close().await();
        vertx.close().await();
    }

    @Test
    void valid_untilItExpires() {
        credentials.add("j1", "operator", LATER).await();

        assertThat(credentials.valid("j1", NOW).await()).isTrue();
        assertThat(credentials.valid("j1", LATER).await()).isFalse();
        assertThat(credentials.valid("unknown", NOW).await()).isFalse();
    }

    @Test
    void add_ofAKnownOne_isRefusedAndFailsNobodyElse() {
        credentials.add("j1", "operator", LATER).await();
        Future<Void> again = credentials.add("j1", "operator", LATER);
        Future<Void> other = credentials.add("j2", "operator", LATER);

        assertThatThrownBy(again::await).isInstanceOf(IllegalStateException.class);
        other.await();
    }

    @Test
    void use_byAHundredAtOnce_isGrantedToOne() {
        credentials.add("j1", "operator", LATER).await();
        var uses = IntStream.range(0, 100)
                .mapToObj(i -> credentials.use("j1", NOW))
                .toList();
        Future.all(uses).await();

        assertThat(uses.stream().filter(Future::result)).hasSize(1);
        assertThat(credentials.valid("j1", NOW).await()).isFalse();
    }

    @Test
    void use_byHundredsThroughTwoProcesses_isGrantedToOne() {
        SqliteStore beside = SqliteStore.openBeside(vertx, folder).await();
        credentials.add("j1", "operator", LATER).await();
        Credentials others = beside.credentials();
        var uses = IntStream.range(0, 100)
                .mapToObj(i -> (i % 2 == 0 ? credentials : others).use("j1", NOW))
                .toList();
        Future.all(uses).await();

        assertThat(uses.stream().filter(Future::result)).hasSize(1);
        beside.close().await();
    }

    @Test
    void use_whenExpired_isRefused() {
        credentials.add("j1", "operator", LATER).await();

        assertThat(credentials.use("j1", LATER).await()).isFalse();
    }

    @Test
    void revoke_endsOne_revokeAllOf_thoseOfASubject() {
        credentials.add("j1", "a", LATER).await();
        credentials.add("j2", "a", LATER).await();
        credentials.add("j3", "a", LATER).await();
        credentials.add("j4", "b", LATER).await();

        credentials.revoke("j1").await();
        assertThat(credentials.valid("j1", NOW).await()).isFalse();
        assertThat(credentials.valid("j2", NOW).await()).isTrue();
        credentials.revokeAllOf("a").await();
        assertThat(credentials.valid("j3", NOW).await()).isFalse();
        assertThat(credentials.valid("j4", NOW).await()).isTrue();
    }

    @Test
    void deleteExpired_deletesThoseAlone() {
        credentials.add("j1", "a", NOW).await();
        credentials.add("j2", "a", LATER).await();

        assertThat(credentials.deleteExpired(NOW).await()).isEqualTo(1);
        assertThat(credentials.valid("j2", NOW).await()).isTrue();
    }
}
