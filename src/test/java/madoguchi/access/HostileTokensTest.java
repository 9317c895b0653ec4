package madoguchi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.regex.Pattern;
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

    private static final Pattern SECONDS = Pattern.compile("(?<!\\d)1[78]\\d{8}(?!\\w)");

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer();

    private SigningKey key;

    @BeforeEach
    void readKey() {
        Path data = server.folder().resolve("data");
        assertThat(Files.exists(data.resolve("keys.json"))).isTrue();
        key = Keys.open(data, new SecureRandom(), Instant.now()).newest();
    }

    private String token(String payload) {
        long later = Instant.now().getEpochSecond() - Forge.NOW.getEpochSecond();
        String now =
                SECONDS.matcher(payload).replaceAll(second -> String.valueOf(Long.parseLong(second.group()) + later));
        return Forge.token(Forge.HEADER.replace("the-newer-key", key.id()), now, key.key());
    }

    private Caller.Answer get(String token) {
        return server.caller().with("Authorization", "Bearer " + token).get("/api/v1/ticket");
    }

    /** Only then do the others show anything. */
    @Test
    void token_thatIsGood_getsPastTheGuard() {
        TokensTest.harmless_isAccepted()
                .forEach(payload -> assertThat(get(token(payload)).status()).isEqualTo(404));
    }

    @Test
    void token_thatIsHostile_isRefused() {
        SoftAssertions all = new SoftAssertions();
        Stream<String> payloads = TokensTest.payload_thatALaxLibraryTakes_isRefused()
                .filter(payload -> payload.length() < 3_000)
                .map(this::token);
        Stream<String> forms = TokensTest.form_thatIsNotCanonical_isRefused()
                .filter(token -> token.length() < 6_000 && token.strip().equals(token));
        Stream.concat(payloads, forms)
                .forEach(token -> all.assertThat(get(token).status()).as(token).isEqualTo(401));
        all.assertAll();
    }

    @Test
    void token_thatIsLongerThanAHead_isRefused() {
        assertThat(get("x".repeat(20_000)).status()).isEqualTo(431);
    }
}
