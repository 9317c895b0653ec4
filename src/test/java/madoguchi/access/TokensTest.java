package madoguchi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.desk.OperatorId;
import madoguchi.desk.Role;
import madoguchi.desk.TicketId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Instant NOW = Forge.NOW;
    private static final long SECOND = NOW.getEpochSecond();
    private static final TicketId TICKET = new TicketId("0123456789abcdefghjkmnpqrs");
    private static final OperatorId OPERATOR = new OperatorId("zyxwvtsrqpnmkjhgfedcba9876");

    private final Tokens tokens = tokensAt(NOW);

    @AfterAll
    static void close() {
        VERTX.close().await();
    }

    @Test
    void ticket_issued_isReadBack() {
        TicketPass pass = new TicketPass(TICKET, "helpdesk", NOW.plusSeconds(60));
        assertThat(tokens.ticket(tokens.issue(pass)).await()).isEqualTo(pass);
    }

    @Test
    void operator_issued_isReadBack() {
        OperatorPass pass = new OperatorPass(
                OPERATOR, "session", Set.of(Role.values()), List.of("a", "b"), Set.of("ja"), NOW.plusSeconds(60));
        assertThat(tokens.operator(tokens.issue(pass)).await()).isEqualTo(pass);
    }

    @Test
    void invitation_issued_isReadBack() {
        Invitation invitation =
                new Invitation(OPERATOR, "jti", Set.of(Role.OPERATOR), List.of("a"), Set.of(), NOW.plusSeconds(60));
        assertThat(tokens.invitation(tokens.issue(invitation)).await()).isEqualTo(invitation);
    }

    @Test
    void token_ofAnotherKind_isRefused() {
        String ticket = tokens.issue(new TicketPass(TICKET, "helpdesk", NOW.plusSeconds(60)));
        String invitation = tokens.issue(
                new Invitation(OPERATOR, "jti", Set.of(Role.OPERATOR), List.of("a"), Set.of(), NOW.plusSeconds(60)));
        assertRefused(tokens.operator(ticket));
        assertRefused(tokens.invitation(ticket));
        assertRefused(tokens.operator(invitation));
        assertRefused(tokens.ticket(invitation));
    }

    @Test
    void token_expired_isRefusedFromThatSecondOn() {
        String token = tokens.issue(new TicketPass(TICKET, "helpdesk", NOW.plusSeconds(60)));
        assertThat(tokensAt(NOW.plusSeconds(59)).ticket(token).succeeded()).isTrue();
        assertRefused(tokensAt(NOW.plusSeconds(60)).ticket(token));
    }

    @Test
    void token_signedByTheKeyBefore_isGoodUntilThatIsGone() {
        String newer = tokens.issue(new TicketPass(TICKET, "helpdesk", NOW.plusSeconds(60)));
        String older =
                Forge.token(Forge.HEADER.replace("newer", "older"), payload("\"exp\":" + (SECOND + 60)), Forge.key(2));
        assertThat(tokens.ticket(newer).succeeded()).isTrue();
        assertThat(tokens.ticket(older).succeeded()).isTrue();
        Keys keys = Forge.keys();
        tokens.use(new Keys(keys.file(), List.of(keys.newest()), keys.hashing()));
        assertThat(tokens.ticket(newer).succeeded()).isTrue();
        assertRefused(tokens.ticket(older));
    }

    @Test
    void token_withAnyCharacterChanged_isRefused() {
        String token = tokens.issue(new TicketPass(TICKET, "helpdesk", NOW.plusSeconds(60)));
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertRefused(tokens.ticket(token.substring(0, i) + other + token.substring(i + 1)));
        }
    }

    /** The harmless rows, and proof that the forge makes good tokens: only what a row changes is why it is refused. */
    @ParameterizedTest
    @MethodSource
    void harmless_isAccepted(String payload) {
        assertThat(tokens.ticket(Forge.token(Forge.HEADER, payload)).await().ticket())
                .isEqualTo(TICKET);
    }

    static Stream<String> harmless_isAccepted() {
        String exp = "\"exp\":" + (SECOND + 60);
        return Stream.of(
                payload(exp),
                payload(exp + ",\"nbf\":" + (SECOND - 1)),
                payload(exp + ",\"nbf\":" + (SECOND + 10)),
                payload(exp + ",\"other\":{\"nested\":[1]}"));
    }

    @ParameterizedTest
    @MethodSource
    void header_ofAnotherForm_isRefused(String header) {
        assertRefused(tokens.ticket(Forge.token(header, payload("\"exp\":" + (SECOND + 60)))));
    }

    static Stream<String> header_ofAnotherForm_isRefused() {
        return Stream.of(
                "{\"alg\":\"none\"}",
                "{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"the-newer-key\"}",
                "{\"alg\":\"NoNe\",\"typ\":\"JWT\",\"kid\":\"the-newer-key\"}",
                "{\"alg\":\"HS384\",\"typ\":\"JWT\",\"kid\":\"the-newer-key\"}",
                "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"the-newer-key\"}",
                "{\"alg\":[\"HS256\"],\"typ\":\"JWT\",\"kid\":\"the-newer-key\"}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"the-newer-key\"}",
                "{\"alg\":\"HS256\",\"typ\":\"jwt\",\"kid\":\"the-newer-key\"}",
                "{\"alg\":\"HS256\",\"kid\":\"the-newer-key\"}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"unknown\"}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":null}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"the-older-key\"}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"the-newer-key\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"the-newer-key\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"the-newer-key\",\"jku\":\"https://x.example/\"}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"the-newer-key\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
                "{\"alg\":\"HS256\",\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"the-newer-key\"}",
                "[]",
                "{}",
                "null",
                "not json");
    }

    @ParameterizedTest
    @MethodSource
    void payload_thatALaxLibraryTakes_isRefused(String payload) {
        assertRefused(tokens.ticket(Forge.token(Forge.HEADER, payload)));
    }

    static Stream<String> payload_thatALaxLibraryTakes_isRefused() {
        String exp = "\"exp\":" + (SECOND + 60);
        Stream<String> times = Stream.of(
                        "\"other\":1",
                        "\"exp\":1e300",
                        "\"exp\":99999999999999999999999",
                        "\"exp\":9223372036854775807",
                        "\"exp\":" + (SECOND + 401 * 86400),
                        "\"exp\":" + (SECOND + 60) + ".5",
                        "\"exp\":-1",
                        "\"exp\":null",
                        "\"exp\":\"" + (SECOND + 60) + "\"",
                        "\"exp\":[" + (SECOND + 60) + "]",
                        "\"exp\":true",
                        "\"exp\":" + (SECOND - 60) + "," + exp,
                        exp + ",\"nbf\":" + (SECOND + 11),
                        exp + ",\"nbf\":null",
                        exp + ",\"nbf\":\"0\"",
                        exp + ",\"deep\":" + nested(5),
                        exp + ",\"deep\":" + nested(900),
                        exp + ",\"deep\":" + nested(20_000))
                .map(TokensTest::payload);
        Stream<String> others = Stream.of("null", "7", "{}", "[\"ticket\"]", "[]", "\"operator\"", "\"Ticket\"")
                .map(audience -> payload(exp).replace("\"ticket\"", audience));
        Stream<String> rest = Stream.of(
                payload(exp).replace("\"aud\":\"ticket\",", ""),
                payload(exp).replace("\"iss\":\"madoguchi\"", "\"iss\":\"somebody\""),
                payload(exp).replace("\"iss\":\"madoguchi\"", "\"iss\":null"),
                payload(exp).replace(TICKET.value(), "' OR 1=1"),
                payload(exp).replace("\"" + TICKET + "\"", "{}"),
                payload(exp).replace("\"helpdesk\"", "null"),
                payload(exp).replace("\"iat\":" + SECOND, "\"iat\":" + (SECOND + 11)),
                payload(exp).replace("\"iat\":" + SECOND, "\"iat\":\"now\""),
                payload(exp).replace("\"iat\":" + SECOND + ",", ""),
                payload(exp) + "{}",
                "[" + payload(exp) + "]",
                "");
        return Stream.of(times, others, rest).flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource
    void form_thatIsNotCanonical_isRefused(String token) {
        assertRefused(tokens.ticket(token));
    }

    static Stream<String> form_thatIsNotCanonical_isRefused() {
        String good = Forge.token(Forge.HEADER, payload("\"exp\":" + (SECOND + 60)));
        String[] parts = good.split("\\.", -1);
        String unsigned = parts[0] + "." + parts[1];
        return Stream.of(
                "",
                ".",
                "..",
                "....",
                unsigned,
                unsigned + ".",
                good + ".",
                good + "..",
                good + "....",
                "." + good,
                good + "=",
                good + " ",
                good + "\n",
                parts[0] + "=." + parts[1] + "." + parts[2],
                good.substring(0, good.length() - 1) + strayBits(good.charAt(good.length() - 1)),
                unsigned + "." + parts[2].substring(0, 21),
                unsigned + "." + parts[2] + parts[2],
                Forge.token(Forge.HEADER, payload("\"exp\":" + (SECOND + 60)), Forge.key(9)),
                Forge.token(
                        Forge.HEADER, payload("\"exp\":" + (SECOND + 60) + ",\"long\":\"" + "x".repeat(4096) + "\"")),
                "x".repeat(1_000_000));
    }

    /** The forged ones really would get past the library alone: else the rows above would test nothing of ours. */
    @Test
    void library_alone_takesWhatTheRowsForbid() {
        String noExpiry = Forge.token(Forge.HEADER, payload("\"other\":1"));
        String critical =
                Forge.token(Forge.HEADER.replace("}", ",\"crit\":[\"unknown\"]}"), payload("\"exp\":" + (SECOND + 60)));
        for (String lax : List.of(noExpiry, critical, noExpiry + "=")) {
            assertThat(tokens.library(lax).succeeded()).as(lax).isTrue();
        }
    }

    private static Tokens tokensAt(Instant now) {
        return new Tokens(VERTX, Forge.keys(), InstantSource.fixed(now));
    }

    static String payload(String more) {
        return "{\"iss\":\"madoguchi\",\"aud\":\"ticket\",\"sub\":\"" + TICKET + "\",\"desk\":\"helpdesk\",\"iat\":"
                + SECOND + "," + more + "}";
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    /** A character that decodes to the same bytes: 32 bytes leave the last two of its six bits unused. */
    private static char strayBits(char last) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(last) | 1);
    }

    private static void assertRefused(Future<?> verified) {
        assertThat(verified.failed()).isTrue();
        assertThat(verified.cause())
                .isInstanceOf(UnauthenticatedException.class)
                .hasMessageContaining(" (expected: ");
    }
}
