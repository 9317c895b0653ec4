package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk's own sites may read it; nobody else, and nothing else. */
class CorsTest {

    private static final String SITE = "https://www.example.ac.jp";
    private static final String DESK = "/api/v1/desks/helpdesk";

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile("""
                    desks:
                      helpdesk:
                        name: {ja: 窓口, en: Desk}
                        languages: [ja, en]
                        sites: [https://www.example.ac.jp, https://intra.example.ac.jp]
                    """);

    private Caller from(String origin) {
        return server.caller().with("Origin", origin);
    }

    private static Optional<String> allowed(Caller.Answer answer) {
        return answer.response().headers().firstValue("Access-Control-Allow-Origin");
    }

    @Test
    void desk_readFromAListedSite_isAllowed() {
        Caller.Answer answer = from(SITE).get(DESK);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(allowed(answer)).hasValue(SITE);
        assertThat(answer.response().headers().allValues("Vary")).contains("Origin");
        assertThat(answer.response().headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void stream_readFromAListedSite_isAllowed() {
        try (EventReader stream = from(SITE).stream(DESK + "/stream")) {
            assertThat(stream.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
            assertThat(stream.await("desk").getString("desk")).isEqualTo("helpdesk");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://www.example.ac.jp",
                "https://www.example.ac.jp:444",
                "https://www.example.ac.jp.evil.example",
                "https://WWW.example.ac.jp",
                "null"
            })
    void desk_readFromAnotherSite_isNotAllowed(String origin) {
        assertThat(allowed(from(origin).get(DESK))).isEmpty();
    }

    @Test
    void preflight_ofAListedSite_allowsTheLastEventId() {
        Caller.Answer answer = from(SITE)
                .with("Access-Control-Request-Method", "GET")
                .with("Access-Control-Request-Headers", "last-event-id")
                .send("OPTIONS", DESK + "/stream", null);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(allowed(answer)).hasValue(SITE);
        assertThat(answer.response().headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("GET");
        assertThat(answer.response()
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse(""))
                .contains("last-event-id");
    }

    @Test
    void preflight_ofAnotherSite_isRefused() {
        Caller.Answer answer = from("https://evil.example")
                .with("Access-Control-Request-Method", "GET")
                .send("OPTIONS", DESK, null);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(allowed(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {DESK + "/tickets", "/api/v1/ticket", "/api/v1/ticket/stream", "/api/v1/operator"})
    void everythingElse_fromAListedSite_isNotAllowed(String path) {
        assertThat(allowed(
                        from(SITE).with("Access-Control-Request-Method", "POST").send("OPTIONS", path, null)))
                .isEmpty();
        assertThat(allowed(from(SITE).get(path))).isEmpty();
    }

    @Test
    void room_ofTheDesk_mayBeFramedByItsSites() {
        assertThat(server.caller().get("/room/helpdesk").response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .endsWith("frame-ancestors 'self' https://www.example.ac.jp https://intra.example.ac.jp"));
        assertThat(server.caller().get("/call/helpdesk").response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).endsWith("frame-ancestors 'none'"));
    }
}
