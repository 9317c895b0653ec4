package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import madoguchi.simulator.Account;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a wrong configuration is told, one line for each thing. */
class AccountCheckTest {

    @RegisterExtension
    final ZoomSimulator zoom = new ZoomSimulator();

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        ScriptedZoom.await(vertx.close());
    }

    private ZoomAccount account(String secret) {
        return new ZoomAccount(
                Account.ID,
                Account.CLIENT,
                new ZoomAccount.Secrets(secret, Account.WEBHOOK_SECRET, null, null),
                URI.create(zoom.url() + "/oauth/token"),
                URI.create(zoom.url() + "/v2"),
                Duration.ofSeconds(15),
                Duration.ofSeconds(45));
    }

    private static ZoomDesk desk(String id, String entry, String queue, String variable) {
        return new ZoomDesk(
                id,
                Map.of("ja", entry),
                Map.of("ja", queue),
                new ZoomDesk.Page("us01", null, "madoguchi", "ticket", Duration.ofSeconds(20), Duration.ofMinutes(2)),
                variable,
                false,
                Map.of());
    }

    private static ZoomDesk right() {
        return desk("helpdesk", "entry-ja", "ccq-ja", Account.VARIABLE);
    }

    private List<String> check(ZoomDesk... desks) {
        return check(Account.CLIENT_SECRET, desks);
    }

    private List<String> check(String secret, ZoomDesk... desks) {
        return ScriptedZoom.await(AccountCheck.of(vertx, account(secret), List.of(desks), InstantSource.system()));
    }

    @Test
    void configuration_thatIsRight_lacksNothing() {
        assertThat(check(right())).isEmpty();
    }

    @Test
    void ids_thatTheAccountDoesNotHave_areEachNamed() {
        assertThat(check(desk("helpdesk", "entry-no", "ccq-no", "global_custom.no.no")))
                .containsExactly(
                        "desks.helpdesk.zoom.entries: entry-no is not in the account"
                                + " (expected: the id of an entry point of a published video flow)",
                        "desks.helpdesk.zoom.queues: ccq-no is not in the account"
                                + " (expected: the id (cc_queue_id) of a queue)",
                        "desks.helpdesk.zoom.variableName: global_custom.no.no is not in the account"
                                + " (expected: a variable whose value is from website data)");
    }

    @ParameterizedTest
    @CsvSource({
        "contact_center:read:list_queue_agents:admin",
        "contact_center:read:engagement:admin",
        "contact_center:read:flow:admin",
        "contact_center:read:list_variables:admin",
        "contact_center:read:list_variable_logs:admin"
    })
    void scope_thatIsMissing_isNamedOnce(String scope) {
        zoom.withoutScope(scope);
        assertThat(check(right())).containsExactly("scope " + scope + ": missing (expected: granted to the app)");
    }

    @Test
    void credentials_thatAreWrong_areNamedAlone() {
        assertThat(check("wrong-secret", right()))
                .containsExactly("call.zoom.clientSecret: refused by Zoom"
                        + " (expected: account, client and clientSecret of an activated Server-to-Server OAuth app)");
    }

    @Test
    void zoom_thatDoesNotAnswer_isSaidSo() {
        zoom.turn(Switch.OAUTH_STATUS, 503);
        assertThat(check(right())).singleElement().asString().startsWith("call.zoom.oauthUrl: ");
    }

    @Test
    void zoom_whoseRestFails_isNotTakenForLackOfEverything() {
        zoom.turn(Switch.API_STATUS, 503);
        assertThat(check(right())).hasSize(3).allMatch(line -> line.contains("could not be checked"));
    }

    @Test
    void queue_withoutActiveAgents_isNamed() {
        zoom.active("sato", false);
        zoom.active("suzuki", false);
        assertThat(check(right()))
                .containsExactly("desks.helpdesk.zoom.queues: ccq-ja has no active agent (expected: one at least)");
    }

    @Test
    void agents_ofTwoDesks_areCountedAndNotNamed() {
        assertThat(check(right(), desk("other", "entry-en", "ccq-en", Account.VARIABLE)))
                .containsExactly("desks.other.zoom.queues: 1 agents are in a queue of another desk too"
                        + " (expected: agents of one desk; they count at the first)");
    }

    @Test
    void webhookSecret_thatIsMissing_isNamed() {
        ZoomAccount account = account(Account.CLIENT_SECRET);
        ZoomAccount without = new ZoomAccount(
                account.account(),
                account.client(),
                new ZoomAccount.Secrets(Account.CLIENT_SECRET, null, null, null),
                account.tokenUrl(),
                account.apiUrl(),
                account.poll(),
                account.unknownAfter());
        assertThat(ScriptedZoom.await(AccountCheck.of(vertx, without, List.of(right()), InstantSource.system())))
                .singleElement()
                .asString()
                .startsWith("call.zoom.webhookSecret: missing");
    }
}
