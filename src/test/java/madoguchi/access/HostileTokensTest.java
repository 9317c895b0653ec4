package madoguchi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import madoguchi.MadoguchiServer;
import madoguchi.access.Keys.SigningKey;
import madoguchi.http.Caller;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rows of {@link TokensTest} again, signed by a running server's own key and sent to it. */
class HostileTokensTest {

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().at(InstantSource.fixed(Forge.NOW));

    private SigningKey key;

    @BeforeEach
    void readKey() {
        Path data = server.folder().resolve("data");
        assertThat(Files.exists(data.resolve("keys.json"))).isTrue();
        key = Keys.load(data).newest();
    }

    /** The row's token with this server's key and its id. */
    private String token(String header, String payload) {
        return Forge.token(header.replace("the-newer-key", key.id()), payload, key.key());
    }

    private Stream<String> hostile() {
        String exp = "\"exp\":" + (Forge.NOW.getEpochSecond() + 60);
        Stream<String> headers =
                TokensTest.header_ofAnotherForm_isRefused().map(header -> token(header, TokensTest.payload(exp)));
        Stream<String> payloads = TokensTest.payload_thatALaxLibraryTakes_isRefused()
                .filter(payload -> payload.length() < 3_000)
                .map(payload -> token(Forge.HEADER, payload));
        Stream<String> forms = TokensTest.form_thatIsNotCanonical_isRefused()
                .filter(token -> token.length() < 6_000 && token.strip().equals(token));
        return Stream.of(headers, payloads, forms).flatMap(all -> all);
    }

    private Caller.Answer get(String token) {
        return server.caller().with("Authorization", "Bearer " + token).get("/api/v1/ticket");
    }

    /** Only then do the others show anything. */
    @Test
    void token_thatIsGood_getsPastTheGuard() {
        TokensTest.harmless_isAccepted()
                .forEach(payload ->
                        assertThat(get(token(Forge.HEADER, payload)).status()).isEqualTo(404));
    }

    @Test
    void token_thatIsHostile_isRefusedWhereverOneIsAskedFor() {
        SoftAssertions all = new SoftAssertions();
        hostile().forEach(token -> {
            all.assertThat(get(token).status()).as("ticket %s", token).isEqualTo(401);
            all.assertThat(server.caller()
                            .with("Cookie", "madoguchi=" + token)
                            .get("/api/v1/operator")
                            .status())
                    .as("session %s", token)
                    .isEqualTo(401);
            expectRefused(all, "/api/v1/operator/session", "invitation", token);
            expectRefused(all, "/api/v1/ticket/call-token", "code", token);
        });
        all.assertAll();
    }

    /** The contract has its own bounds for the length of a field. */
    private void expectRefused(SoftAssertions all, String path, String field, String token) {
        all.assertThat(server.caller()
                        .with("Origin", server.url())
                        .post(path, new JsonObject().put(field, token))
                        .status())
                .as("%s %s", field, token)
                .isIn(400, 401);
    }

    @Test
    void token_thatIsLongerThanAHead_isRefused() {
        assertThat(get("x".repeat(20_000)).status()).isEqualTo(431);
    }
}
