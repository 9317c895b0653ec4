package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import madoguchi.http.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a server does by itself as the days go by. */
class HousekeepingTest {

    private static final Instant FIRST_DAY = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final String TYPED = "My password is a secret of mine";

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().at(() -> FIRST_DAY);

    private void restart(Duration later) {
        server.stop();
        server.at(() -> FIRST_DAY.plus(later)).start();
    }

    @Test
    void text_thatACallerTyped_isGoneFromTheDiskAtItsDateAndNotBefore() throws Exception {
        server.caller().join("helpdesk", new JsonObject().put("language", "ja").put("about", TYPED));
        restart(MONTH.minusSeconds(1));
        assertThat(dataHolds(TYPED)).isTrue();

        restart(MONTH);

        await("the text is gone", () -> !dataHolds(TYPED));
    }

    @Test
    void text_whoseDateComesWhileTheServerRuns_isGoneWithoutARestart() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(FIRST_DAY);
        server.stop();
        server.at(now::get).keepingHouseEvery(Duration.ofMillis(20)).start();
        server.caller().join("helpdesk", new JsonObject().put("language", "ja").put("about", TYPED));
        assertThat(dataHolds(TYPED)).isTrue();

        now.set(FIRST_DAY.plus(MONTH));

        await("the text is gone", () -> !dataHolds(TYPED));
    }

    @Test
    void key_afterAMonth_isFollowedByAnother_andWhatItSignedStaysGood() throws Exception {
        restart(MONTH);
        Caller caller = server.caller();
        String old = caller.join("helpdesk").getString("token");
        assertThat(keys()).hasSize(1);

        restart(MONTH.plusSeconds(1));

        await("there are two keys", () -> keys().size() == 2);
        assertThat(caller.at(server.url()).get("/api/v1/ticket").status()).isEqualTo(200);
        await(
                "the new key signs",
                () -> kid(joined()).equals(keys().getJsonObject(0).getString("id")));
        assertThat(kid(old)).isEqualTo(keys().getJsonObject(1).getString("id"));
    }

    private String joined() {
        return server.caller().join("helpdesk").getString("token");
    }

    private static String kid(String token) {
        byte[] head = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return new JsonObject(new String(head, StandardCharsets.UTF_8)).getString("kid");
    }

    private Path data() {
        return server.folder().resolve("data");
    }

    private JsonArray keys() throws IOException {
        return new JsonObject(Files.readString(data().resolve("keys.json"))).getJsonArray("signing");
    }

    private boolean dataHolds(String text) throws IOException {
        try (var files = Files.newDirectoryStream(data(), "madoguchi.db*")) {
            for (Path file : files) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
        }
    }
}
