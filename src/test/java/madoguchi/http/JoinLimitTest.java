package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JoinLimitTest {

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().with("MADOGUCHI_LIMITS_JOINSPERMINUTE", "1");

    @Test
    void join_beyondTheLimit_isAskedToComeBack() {
        server.caller().join("helpdesk");

        Caller.Answer answer =
                server.caller().post("/api/v1/desks/helpdesk/tickets", new JsonObject().put("language", "ja"));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.json().getString("type")).endsWith("/too-many-joins");
        assertThat(answer.response().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, 60L);
    }
}
