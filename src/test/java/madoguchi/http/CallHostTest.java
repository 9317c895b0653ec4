package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call page with a host name of its own: what it is handed, and what that name serves. */
class CallHostTest {

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile("call: {origin: https://call.example.org}");

    private String get(String host, String path) {
        String answer = RawHttp.exchange(
                server.url(), "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
    }

    @ParameterizedTest
    @CsvSource({
        "/call/helpdesk, 200",
        "/call/call.css, 200",
        "/shared/base.css, 200",
        "/room/room.css, 200",
        "/api/v1/ticket, 401",
        "/, 404",
        "/room/helpdesk?failed=other, 308",
        "/console/, 404",
        "/widget.js, 404",
        "/api/v1/operator, 404",
        "/api/v1/operator/session, 404"
    })
    void callHost_servesTheCallPageAndWhatItNeeds(String path, String status) {
        assertThat(get("call.example.org", path)).isEqualTo(status);
    }

    @Test
    void callPage_atTheOtherName_isElsewhere() {
        Caller.Answer answer = server.caller().get("/call/helpdesk");
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.response().headers().firstValue("Location"))
                .hasValue("https://call.example.org/call/helpdesk");
        assertThat(server.caller().get("/api/v1/desks/helpdesk").json().getString("callPage"))
                .isEqualTo("https://call.example.org/call/helpdesk");
    }

    private static JsonObject code(Caller caller) {
        Caller.Answer made = caller.post("/api/v1/ticket/call-code");
        assertThat(made.status()).isEqualTo(201);
        return made.json();
    }

    @Test
    void room_atTheCallHost_isWhereItWas() {
        String answer = RawHttp.exchange(
                server.url(),
                "GET /room/helpdesk?failed=other HTTP/1.1\r\nHost: call.example.org\r\nConnection: close\r\n\r\n");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .contains("location: " + server.url() + "/room/helpdesk?failed=other\r\n");
    }

    @Test
    void code_isUsedOnce() {
        Caller caller = server.caller();
        caller.join("helpdesk");
        JsonObject code = code(caller);
        Caller page = server.caller();
        Caller.Answer redeemed = page.post("/api/v1/ticket/call-token", code);
        assertThat(redeemed.status()).isEqualTo(200);
        assertThat(redeemed.json().getString("reference")).hasSize(7);
        assertThat(page.post("/api/v1/ticket/call-token", code).status()).isEqualTo(401);
    }

    private Caller callPage(Caller caller) {
        Caller page = server.caller();
        String token =
                page.post("/api/v1/ticket/call-token", code(caller)).json().getString("token");
        return page.with("Authorization", "Bearer " + token);
    }

    @Test
    void callToken_isGoodForTheCall() {
        Caller caller = server.caller();
        String ticket = caller.join("helpdesk").getJsonObject("ticket").getString("id");
        Caller page = callPage(caller);
        assertThat(page.get("/api/v1/ticket").json().getString("id")).isEqualTo(ticket);
        try (EventReader stream = page.stream("/api/v1/ticket/stream")) {
            assertThat(stream.await("ticket").getString("id")).isEqualTo(ticket);
        }
        assertThat(page.post("/api/v1/ticket/handoff").json().getString("type")).endsWith("/wrong-state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/ticket/extension", "/api/v1/ticket/call-code"})
    void callToken_isGoodForNothingElse(String path) {
        Caller caller = server.caller();
        caller.join("helpdesk");
        Caller page = callPage(caller);
        assertThat(page.post(path).status()).isEqualTo(401);
        assertThat(page.delete("/api/v1/ticket").status()).isEqualTo(401);
        assertThat(caller.get("/api/v1/ticket").json().getString("state")).isEqualTo("waiting");
    }

    @Test
    void code_isNoToken_andATokenNoCode() {
        Caller caller = server.caller();
        caller.join("helpdesk");
        String token = code(caller).getString("code");
        assertThat(server.caller()
                        .with("Authorization", "Bearer " + token)
                        .get("/api/v1/ticket")
                        .status())
                .isEqualTo(401);
        String ticketToken = server.caller().join("helpdesk").getString("token");
        assertThat(server.caller()
                        .post("/api/v1/ticket/call-token", new JsonObject().put("code", ticketToken))
                        .status())
                .isEqualTo(401);
    }
}
