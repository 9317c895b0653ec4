package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import madoguchi.call.zoom.ZoomException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asking Zoom on bad days. */
class ZoomApiTest {

    @RegisterExtension
    final ScriptedZoom zoom = new ScriptedZoom();

    @SuppressWarnings("NullAway.Init")
    private ZoomApi api;

    @BeforeEach
    void open() {
        api = new ZoomApi(zoom.vertx, zoom.account(), zoom);
    }

    private JsonObject get() {
        return zoom.run(() -> api.get("/thing", Map.of()));
    }

    private void assertFails(Reason reason) {
        assertThatThrownBy(this::get)
                .isInstanceOfSatisfying(
                        ZoomException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Consumer<HttpServerRequest> status(int status, JsonObject body) {
        return request -> ScriptedZoom.answer(request, status, body);
    }

    @Test
    void token_ifManyWaitForIt_isAskedForOnce() {
        zoom.run(() -> Future.all(IntStream.range(0, 10)
                .mapToObj(i -> api.get("/thing", Map.of()))
                .toList()));
        assertThat(zoom.tokens).hasValue(1);
    }

    @Test
    void token_aMinuteBeforeItExpires_isRenewed() {
        get();
        zoom.pass(Duration.ofMinutes(58));
        get();
        assertThat(zoom.tokens).hasValue(1);
        zoom.pass(Duration.ofSeconds(61));
        get();
        assertThat(zoom.tokens).hasValue(2);
    }

    @Test
    void token_thatIsRefused_isRenewedOnce() {
        List<String> shown = new CopyOnWriteArrayList<>();
        zoom.rest = request -> {
            shown.add(request.getHeader("Authorization"));
            status(401, new JsonObject().put("code", 124)).accept(request);
        };
        assertFails(Reason.CREDENTIALS);
        assertThat(shown).containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void token_thatIsRefusedAndRenewed_getsTheAnswer() {
        zoom.rest = request -> {
            boolean old = "Bearer token-1".equals(request.getHeader("Authorization"));
            ScriptedZoom.answer(request, old ? 401 : 200, new JsonObject().put("answer", 42));
        };
        assertThat(get().getInteger("answer")).isEqualTo(42);
    }

    @Test
    void credentials_thatAreWrong_areSaidToBe() {
        zoom.oauth = status(400, new JsonObject().put("error", "invalid_client"));
        assertFails(Reason.CREDENTIALS);
        assertThat(zoom.asked).isEmpty();
    }

    @Test
    void scope_thatIsMissing_isToldFromOtherRefusals() {
        zoom.rest = status(400, new JsonObject().put("code", 4700));
        assertFails(Reason.SCOPE);
        zoom.rest = status(400, new JsonObject().put("code", 300));
        assertFails(Reason.REFUSED);
        zoom.rest = status(404, ScriptedZoom.EMPTY);
        assertFails(Reason.UNKNOWN);
    }

    @Test
    void redirect_isNotFollowed() {
        zoom.rest = request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", "/v2/elsewhere")
                .end();
        assertFails(Reason.REFUSED);
        assertThat(zoom.asked).containsExactly("/v2/thing");
    }

    @Test
    void answer_thatIsCutOffOrNoJson_isNoAnswer() {
        zoom.rest = request -> request.connection().close();
        assertFails(Reason.UNREACHABLE);
        zoom.rest = request -> request.response().end("<html>");
        assertFails(Reason.UNREACHABLE);
    }

    @Test
    void circuit_afterFiveFailures_isOpenForAWhileAndThenTriesOnce() {
        zoom.rest = status(503, ScriptedZoom.EMPTY);
        for (int i = 0; i < 5; i++) {
            zoom.pass(Duration.ofSeconds(1));
            assertFails(Reason.UNREACHABLE);
        }
        assertFails(Reason.NOT_ASKED);
        assertThat(zoom.asked).hasSize(5);

        zoom.pass(Duration.ofSeconds(11));
        zoom.rest = status(200, ScriptedZoom.EMPTY);
        get();
        get();
    }

    @Test
    void circuit_ifZoomRefuses_staysClosed() {
        zoom.rest = status(404, ScriptedZoom.EMPTY);
        for (int i = 0; i < 10; i++) {
            zoom.pass(Duration.ofSeconds(1));
            assertFails(Reason.UNKNOWN);
        }
    }

    @Test
    void limit_withARetryDate_isObeyed() {
        String until = zoom.instant().plus(Duration.ofHours(2)).toString();
        zoom.rest = request -> {
            request.response().putHeader("Retry-After", until);
            status(429, ScriptedZoom.EMPTY).accept(request);
        };
        assertFails(Reason.LIMITED);
        zoom.rest = status(200, ScriptedZoom.EMPTY);
        zoom.pass(Duration.ofMinutes(119));
        assertFails(Reason.LIMITED);
        assertThat(zoom.asked).hasSize(1);
        zoom.pass(Duration.ofMinutes(2));
        get();
    }

    @Test
    void part_ofAPath_cannotLeaveIt() {
        assertThat(ZoomApi.part("../a b/?c")).isEqualTo("..%2Fa%20b%2F%3Fc");
    }
}
