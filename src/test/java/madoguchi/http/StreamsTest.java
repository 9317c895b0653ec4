package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the streams are wired into the product. */
class StreamsTest {

    private static final String DESK = "/api/v1/desks/helpdesk/stream";
    private static final String TICKET = "/api/v1/ticket/stream";

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().with("MADOGUCHI_STREAM_LIMIT", "4");

    @Test
    void stream_ofTheDesk_beginsWithItsHeadAndThePresentPicture() {
        try (EventReader stream = server.caller().stream(DESK)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).contains("no-store");
            assertThat(stream.header("Content-Encoding")).isNull();
            assertThat(stream.await("desk").getInteger("waiting")).isZero();
        }
    }

    @Test
    void stream_ofTheDesk_carriesWhatEveryAnswerCarries() {
        Caller.Answer other = server.caller().get("/api/v1/desks/helpdesk");
        try (EventReader stream = server.caller().stream(DESK)) {
            for (String header : List.of(
                    "X-Content-Type-Options",
                    "Referrer-Policy",
                    "Content-Security-Policy",
                    "Cross-Origin-Resource-Policy",
                    "Vary")) {
                assertThat(stream.header(header))
                        .as(header)
                        .isNotNull()
                        .isEqualTo(other.response().headers().firstValue(header).orElse(null));
            }
        }
    }

    @Test
    void stream_ofAnotherHost_isRefused() {
        String request = "GET " + DESK + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
        assertThat(RawHttp.exchange(server.url(), request)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void stream_ofAnUnknownDesk_isNotFound() {
        assertThat(server.caller().get("/api/v1/desks/nowhere/stream").status()).isEqualTo(404);
    }

    @Test
    void stream_beyondTheLimit_isAskedToComeBack() {
        List<EventReader> open = new ArrayList<>();
        EventReader last = server.caller().stream(DESK);
        while (last.status() == 200 && open.size() < 100) {
            open.add(last);
            last = server.caller().stream(DESK);
        }
        assertThat(open).hasSizeBetween(1, 4);
        assertThat(last.status()).isEqualTo(503);
        assertThat(last.header("Retry-After")).isEqualTo("10");
        assertThat(last.header("Content-Type")).isEqualTo("application/problem+json");
        open.forEach(EventReader::close);
    }

    @Test
    void stream_ofATicket_needsItsToken() {
        assertThat(server.caller().get(TICKET).status()).isEqualTo(401);
        assertThat(server.caller()
                        .with("Authorization", "Bearer x.y.z")
                        .get(TICKET)
                        .status())
                .isEqualTo(401);
        String invitation = server.link().replaceFirst(".*#invitation=", "");
        assertThat(server.caller()
                        .with("Authorization", "Bearer " + invitation)
                        .get(TICKET)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void stream_ofAnEndedTicket_saysHowItEnded() {
        Caller caller = server.caller();
        caller.join("helpdesk");
        caller.delete("/api/v1/ticket");
        try (EventReader stream = caller.stream(TICKET)) {
            JsonObject ticket = stream.await("ticket");
            assertThat(ticket.getString("state")).isEqualTo("ended");
            assertThat(ticket.getString("outcome")).isEqualTo("left");
        }
    }

    @Test
    void stream_whoseSessionExpires_ends() {
        server.stop();
        server.with("MADOGUCHI_ACCESS_SESSION", "6s")
                .with("MADOGUCHI_ACCESS_IDLE", "6s")
                .start();
        Caller operator = server.operator();
        try (EventReader console = operator.stream("/api/v1/operator/stream")) {
            console.await("board");
            console.await("closed");
        }
        assertThat(operator.get("/api/v1/operator").status()).isEqualTo(401);
    }
}
