package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The agents of a queue, however many pages they fill. */
class QueueAgentsTest {

    @RegisterExtension
    final ScriptedZoom zoom = new ScriptedZoom();

    private Collection<Agent> read() {
        ZoomApi api = new ZoomApi(zoom.vertx, zoom.account(), zoom);
        return zoom.run(() -> new QueueAgents(api).of("queue/1"));
    }

    private static JsonObject row(String user) {
        return new JsonObject()
                .put("user_id", user)
                .put("display_name", "Suzuki")
                .put("user_email", "s@example.ac.jp")
                .put("status_name", "Ready")
                .put("user_access", "active")
                .put("opt_in_out_status", 1);
    }

    private static JsonObject page(int from, int to, String next) {
        return new JsonObject()
                .put("next_page_token", next)
                .put(
                        "agents",
                        new JsonArray(IntStream.range(from, to)
                                .mapToObj(i -> row("user" + i))
                                .toList()));
    }

    private static void answer(HttpServerRequest request, JsonObject page) {
        ScriptedZoom.answer(request, 200, page);
    }

    @Test
    void pages_areReadToTheLast() {
        zoom.rest = request -> answer(
                request, request.getParam("next_page_token") == null ? page(0, 100, "more") : page(100, 130, ""));
        assertThat(read()).hasSize(130);
        assertThat(zoom.asked)
                .containsExactly(
                        "/v2/contact_center/queues/queue%2F1/agents?page_size=100",
                        "/v2/contact_center/queues/queue%2F1/agents?page_size=100&next_page_token=more");
    }

    @Test
    void page_thatComesAgain_isTheLast() {
        zoom.rest = request -> answer(request, page(0, 100, "token" + zoom.asked.size()));
        assertThat(read()).hasSize(100);
        assertThat(zoom.asked).hasSize(2);
    }

    @Test
    void pageToken_thatComesAgain_isTheLast() {
        zoom.rest = request -> {
            int of = zoom.asked.size();
            answer(request, page(100 * of, 100 * of + 100, "same"));
        };
        assertThat(read()).hasSize(200);
    }

    @Test
    void answer_withoutAgents_isNoNews() {
        zoom.rest = request -> answer(request, new JsonObject());
        assertThatThrownBy(this::read).isInstanceOf(ZoomException.class);
    }

    @Test
    void rows_areReadLeniently() {
        JsonObject odd = row("odd")
                .put("status_name", "Lunch with the dean")
                .put("opt_in_out_status", 2)
                .put("user_access", "inactive");
        JsonArray rows = new JsonArray(List.of(row("one"), odd, new JsonObject(), "text", row("one")));
        zoom.rest = request -> answer(request, new JsonObject().put("agents", rows));
        assertThat(read())
                .containsExactlyInAnyOrder(
                        new Agent("one", Agent.Status.READY, true, true),
                        new Agent("odd", Agent.Status.NOT_READY, false, false));
    }
}
