package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A refused request learns which field it was, what that was and what was expected. */
class ProblemsTest {

    private static final String TICKETS = "/api/v1/desks/helpdesk/tickets";

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer();

    private static void assertProblem(Caller.Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().getString("type")).startsWith("/problems/");
        assertThat(answer.json().getString("title")).isNotBlank();
        assertThat(answer.json().getInteger("status")).isEqualTo(status);
        assertThat(answer.json().getString("detail")).matches("(?s).+: .+ \\(expected: .+\\)");
    }

    @ParameterizedTest
    @MethodSource
    void join_thatBreaksTheContract_namesTheField(String body, String detail) {
        Caller.Answer answer = server.caller().send("POST", TICKETS, body);
        assertProblem(answer, 400);
        assertThat(answer.json().getString("detail")).isEqualTo(detail);
    }

    static Stream<Arguments> join_thatBreaksTheContract_namesTheField() {
        return Stream.of(
                Arguments.of("{\"language\":\"x\"}", "language: x (expected: 2 to 8 characters)"),
                Arguments.of("{\"language\":\"ja\",\"topic\":3}", "topic: 3 (expected: a string)"),
                Arguments.of(
                        "{\"language\":\"ja\",\"lang\":3}",
                        "lang: not known (expected: one of about, device, language, topic)"),
                Arguments.of("{}", "language: missing (expected: 2 to 8 characters)"),
                Arguments.of("{\"language\":null}", "language: null (expected: a string)"),
                Arguments.of("{\"language\":{}}", "language: an object (expected: a string)"),
                Arguments.of("[]", "body: a list (expected: an object)"),
                Arguments.of("7", "body: 7 (expected: an object)"),
                Arguments.of("{\"language\":", "body: no JSON (expected: a JSON object)"),
                Arguments.of("", "body: missing (expected: a JSON object)"),
                Arguments.of(
                        "{\"language\":\"ja\",\"device\":\"short\"}", "device: short (expected: 16 to 128 characters)"),
                Arguments.of(
                        "{\"language\":\"" + "j".repeat(90) + "\"}",
                        "language: " + "j".repeat(60) + "… (expected: 2 to 8 characters)"),
                Arguments.of(
                        "{\"language\":\"ja\",\"topic\":\"none\"}", "topic: none (expected: a topic of this desk)"));
    }

    @Test
    void field_deepInTheBody_isNamedByItsWay() {
        Caller caller = server.caller();
        caller.join("helpdesk");
        Caller.Answer answer = caller.send(
                "POST", "/api/v1/ticket/signals", "{\"generation\":1,\"candidates\":[{\"candidate\":\"c\"},{}]}");
        assertProblem(answer, 400);
        assertThat(answer.json().getString("detail"))
                .isEqualTo("candidates.1.candidate: missing (expected: 0 to 1024 characters)");
    }

    @Test
    void word_thatIsNotOfTheList_isToldTheList() {
        Caller caller = server.caller();
        caller.join("helpdesk");
        Caller.Answer answer = caller.send("PUT", "/api/v1/ticket/presence", "{\"presence\":\"gone\"}");
        assertProblem(answer, 400);
        assertThat(answer.json().getString("detail")).isEqualTo("presence: gone (expected: one of stepped-away, here)");
    }

    @Test
    void key_thatIsTooShort_isNamed() {
        Caller.Answer answer =
                server.caller().with("Idempotency-Key", "short").send("POST", TICKETS, "{\"language\":\"ja\"}");
        assertProblem(answer, 400);
        assertThat(answer.json().getString("detail"))
                .isEqualTo("Idempotency-Key: short (expected: 8 to 128 characters)");
    }

    @Test
    void body_ofAnotherType_isRefused() {
        String request =
                "POST " + TICKETS + " HTTP/1.1\r\nHost: " + server.url().substring(7)
                        + "\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
        assertThat(RawHttp.exchange(server.url(), request))
                .startsWith("HTTP/1.1 400 ")
                .contains("Content-Type: text/plain (expected: application/json)");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404",
        "GET, /api/v1/nowhere, 404",
        "GET, /api/v1/desks/nowhere, 404",
        "GET, /api/v1/desks/nowhere/stream, 404",
        "GET, /api/v1/desks/NOWHERE, 400",
        "GET, /room/nowhere, 404",
        "GET, /%2e%2e/pom.xml, 404",
        "GET, /room/..%2f..%2fpom.xml, 404",
        "POST, /api/v1/desks/helpdesk, 405",
        "DELETE, /api/v1/desks/helpdesk/tickets, 405",
        "PUT, /api/v1/ticket, 405",
        "POST, /, 405",
        "DELETE, /widget.js, 405"
    })
    void request_forWhatIsNotThere_isAProblem(String method, String path, int status) {
        assertProblem(server.caller().send(method, path, null), status);
    }

    @Test
    void method_thatIsNotAllowed_isToldTheAllowed() {
        Caller.Answer answer = server.caller().delete("/api/v1/desks/helpdesk/tickets");
        assertProblem(answer, 405);
        assertThat(answer.response().headers().firstValue("Allow")).hasValue("POST");
        assertThat(server.caller()
                        .send("PUT", "/api/v1/ticket", null)
                        .response()
                        .headers()
                        .firstValue("Allow"))
                .hasValue("DELETE, GET");
    }
}
