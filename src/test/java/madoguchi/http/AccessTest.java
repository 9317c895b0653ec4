package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import madoguchi.MadoguchiServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, over the wire. */
class AccessTest {

    private static final String STATUS = "/api/v1/operator/status";
    private static final JsonObject OFFLINE = new JsonObject().put("status", "offline");

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile("""
                    desks:
                      one: {name: {ja: 一, en: One}}
                      two: {name: {ja: 二, en: Two}}
                    """);

    private Caller operatorOfDeskOne() {
        JsonObject invitee = new JsonObject()
                .put("name", "One")
                .put("roles", new JsonArray().add("operator"))
                .put("desks", new JsonArray().add("one"));
        Caller.Answer answer = server.operator().post("/api/v1/invitations", invitee);
        assertThat(answer.status()).isEqualTo(201);
        return server.signIn(answer.json().getString("link"));
    }

    private static void assertRefused(Caller.Answer answer, int status, String slug) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().getString("type")).isEqualTo("/problems/" + slug);
    }

    @Test
    void operator_atAnotherDesk_isRefused() {
        Caller operator = operatorOfDeskOne();
        assertThat(operator.put(STATUS, OFFLINE).status()).isEqualTo(200);
        assertRefused(operator.put(STATUS + "?desk=two", OFFLINE), 403, "not-your-desk");
        assertRefused(operator.get("/api/v1/operator/stream?desk=two"), 403, "not-your-desk");
    }

    @Test
    void operator_whoIsNoSupervisor_mayNotSupervise() {
        Caller operator = operatorOfDeskOne();
        assertRefused(
                operator.put("/api/v1/desks/one/intake", new JsonObject().put("intake", "paused")),
                403,
                "not-a-supervisor");
        assertRefused(
                operator.put("/api/v1/desks/one/notice", new JsonObject().putNull("notice")), 403, "not-a-supervisor");
        JsonObject invitee = new JsonObject().put("name", "x").put("roles", new JsonArray().add("supervisor"));
        assertRefused(operator.post("/api/v1/invitations", invitee), 403, "not-a-supervisor");
    }

    @Test
    void nobody_withoutASession_isServedAsAnOperator() {
        assertRefused(server.caller().get("/api/v1/operator"), 401, "unauthenticated");
        assertRefused(server.caller().get("/api/v1/operator/stream"), 401, "unauthenticated");
        assertRefused(
                server.caller().with("Cookie", "madoguchi=forged").get("/api/v1/operator"), 401, "unauthenticated");
    }

    @Test
    void caller_withAnOperatorsCookieAlone_hasNoTicket() {
        Caller.Answer answer = server.operator().get("/api/v1/ticket");
        assertRefused(answer, 401, "unauthenticated");
        assertThat(answer.response().headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void cookie_ofASession_isForOurOriginAlone() {
        String cookie = signedIn().response().headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie.split("; ", -1)[0]).startsWith("madoguchi=");
        assertThat(cookie)
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age=")
                .doesNotContain("Domain");
    }

    private Caller.Answer signedIn() {
        String link = server.link();
        return server.caller()
                .with("Origin", server.url())
                .post(
                        "/api/v1/operator/session",
                        new JsonObject().put("invitation", link.substring(link.indexOf("#invitation=") + 12)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, same-origin",
        "null, same-origin",
        ", same-origin",
        "ours, cross-site",
        "ours, same-site",
        "ours, none"
    })
    void change_thatComesFromAnotherSite_isRefused(@Nullable String origin, String site) {
        String cookie = signedIn().response().headers().firstValue("Set-Cookie").orElse("");
        Caller victim = server.caller()
                .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .with("Sec-Fetch-Site", site);
        if (origin != null) {
            victim.with("Origin", origin.equals("ours") ? server.url() : origin);
        }
        assertRefused(victim.put(STATUS, OFFLINE), 403, "cross-origin");
        assertRefused(victim.delete("/api/v1/operator/session"), 403, "cross-origin");
        assertThat(victim.get("/api/v1/operator").status()).isEqualTo(200);
    }

    @Test
    void signIn_fromAnotherSite_isRefused() {
        assertRefused(
                server.caller()
                        .with("Origin", "https://evil.example")
                        .post("/api/v1/operator/session", new JsonObject().put("invitation", server.link())),
                403,
                "cross-origin");
    }
}
