package madoguchi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import madoguchi.http.Caller;
import madoguchi.http.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of the simulated OAuth and REST, at a time that stands still. */
class SimulatedRestTest {

    private static final Instant START = Instant.parse("2026-11-24T01:00:00Z");
    private static final String AGENTS = "/v2/contact_center/queues/ccq-ja/agents";

    @RegisterExtension
    final ZoomSimulator zoom = new ZoomSimulator(Clock.fixed(START, ZoneOffset.UTC), 0);

    private Caller app() {
        return RegisteredApp.withToken(zoom);
    }

    @Test
    void token_isForAnHour_andHasNoRefreshToken() {
        Caller app = new Caller(zoom.url()).with("Authorization", RegisteredApp.basic(Account.CLIENT_SECRET));

        JsonObject grant = app.post(RegisteredApp.GRANT).json();

        assertThat(grant.getInteger("expires_in")).isEqualTo(3600);
        assertThat(grant.getString("scope")).contains("contact_center:read:list_queue_agents:admin");
        assertThat(grant.fieldNames()).doesNotContain("refresh_token");
    }

    @Test
    void token_withAWrongSecret_isRefused() {
        Answer answer = new Caller(zoom.url())
                .with("Authorization", RegisteredApp.basic("wrong"))
                .post(RegisteredApp.GRANT);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_client");
    }

    @Test
    void token_afterAnHour_isWorthless() {
        Caller app = app();
        zoom.advance(Duration.ofHours(1));

        Answer answer = app.get(AGENTS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().getInteger("code")).isEqualTo(124);
    }

    @Test
    void token_withoutTheScope_isRefusedByName() {
        zoom.withoutScope("contact_center:read:list_queue_agents:admin");

        Answer answer = app().get(AGENTS);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("message")).contains("read:list_queue_agents");
    }

    @Test
    void agents_haveStatusAccessAndOptIn() {
        zoom.ready("suzuki");
        zoom.opt("suzuki", "ccq-ja", false);

        JsonObject suzuki = app().get(AGENTS).json().getJsonArray("agents").getJsonObject(0);

        assertThat(suzuki.getString("status_name")).isEqualTo("Ready");
        assertThat(suzuki.getInteger("opt_in_out_status")).isZero();
        assertThat(suzuki.getString("user_access")).isEqualTo("active");
    }

    @Test
    void page_isFollowedByItsToken_untilThatIsTooOld() {
        Caller app = app();
        String next = AGENTS + "?page_size=1&next_page_token="
                + app.get(AGENTS + "?page_size=1").json().getString("next_page_token");

        JsonObject second = app.get(next).json();
        zoom.advance(Duration.ofMinutes(16));

        assertThat(second.getJsonArray("agents").getJsonObject(0).getString("user_id"))
                .isEqualTo("user-sato");
        assertThat(second.getString("next_page_token")).isEmpty();
        assertThat(app.get(next).status()).isEqualTo(400);
    }

    @Test
    void pageOfOtherFilters_isTheFirstAgain() {
        Caller app = app();
        String token = app.get(AGENTS + "?page_size=1").json().getString("next_page_token");

        JsonObject again =
                app.get(AGENTS + "?page_size=2&next_page_token=" + token).json();

        assertThat(again.getJsonArray("agents").getJsonObject(0).getString("user_id"))
                .isEqualTo("user-suzuki");
    }

    @Test
    void operationsBeyondTheRate_wait_untilTheNextSecond() {
        zoom.turn(Switch.RATE_PER_SECOND, 1);
        Caller app = app();
        app.get(AGENTS);

        Answer refused = app.get(AGENTS);
        zoom.advance(Duration.ofSeconds(1));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("X-RateLimit-Reset")).isPresent();
        assertThat(app.get(AGENTS).status()).isEqualTo(200);
    }

    @Test
    void operationsBeyondTheDay_areTold_byADate() {
        zoom.turn(Switch.DAILY_LIMIT, true);

        Answer refused = app().get(AGENTS);

        assertThat(refused.response().headers().firstValue("Retry-After")).contains("2026-11-25T00:00:00Z");
    }

    @Test
    void trouble_lastsAsLongAsItIsTurnedOn() {
        zoom.turn(Switch.API_STATUS, 503).turn(Switch.API_FAILURES, 1);
        Caller app = app();

        assertThat(app.get(AGENTS).status()).isEqualTo(503);
        assertThat(app.get(AGENTS).status()).isEqualTo(200);
    }

    @Test
    void variable_findsTheEngagement() {
        String engagement = zoom.call("entry-ja", "8F3K2MA");

        JsonObject logs = app().get("/v2/contact_center/variable_logs?variable_name=" + Account.VARIABLE
                        + "&variable_value=8F3K2MA")
                .json();

        assertThat(logs.getJsonArray("variable_logs").getJsonObject(0).getString("engagement_id"))
                .isEqualTo(engagement);
    }

    @Test
    void engagement_canBeRead_afterItsEndAndAWhile() {
        zoom.ready("sato");
        String engagement = zoom.call("entry-ja", "8F3K2MA");
        zoom.answer("sato");
        zoom.hangUp("sato");
        zoom.wrapUpDone("sato", "Solved");
        String path = "/v2/contact_center/engagements/" + engagement;
        Caller app = app();

        assertThat(app.get(path).status()).isEqualTo(404);
        zoom.advance(Duration.ofSeconds(5));

        assertThat(app.get(path).json().getJsonArray("dispositions").getJsonObject(0))
                .contains(java.util.Map.entry("disposition_name", "Solved"));
    }

    @Test
    void openEngagements_existOnlyWhereTurnedOn() {
        zoom.call("entry-ja", "8F3K2MA");
        Caller app = app();

        assertThat(app.get("/v2/contact_center/open_engagements").status()).isEqualTo(404);
        zoom.turn(Switch.OPEN_ENGAGEMENTS, true);

        assertThat(app.get("/v2/contact_center/open_engagements").json().getJsonArray("engagements"))
                .hasSize(1);
    }
}
