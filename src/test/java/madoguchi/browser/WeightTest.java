package madoguchi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The budgets: bytes that a visitor's browser fetches, compressed as the server sends them. Prints what it measured. */
class WeightTest {

    private static final int WIDGET = 5_000;
    private static final int ROOM = 20_000;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().withFile(Room.desk());

    private final Set<String> fetched = new TreeSet<>();

    private int compressed(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Accept-Encoding", "gzip")
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofByteArray())
                .join()
                .body()
                .length;
    }

    private int weight(String what, Set<String> paths) {
        int weight = paths.stream().mapToInt(this::compressed).sum();
        System.out.printf("%s: %,d B gzip in %d files%n", what, weight, paths.size());
        return weight;
    }

    @Test
    void widget_isWithinItsBudget() {
        assertThat(weight("widget", Set.of("/widget.js"))).isLessThanOrEqualTo(WIDGET);
    }

    /** All that is fetched from opening the room until the press of Join now, the icons included. */
    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void room_fromTheDoorToTheTurn_isWithinItsBudget(String language) {
        Page page = BROWSER.page(language);
        page.onRequest(request -> fetched.add(URI.create(request.url()).getPath()));
        Room room = Room.waiting(page, server.url());
        room.rehearse();
        server.operator().put("/api/v1/operator/status", new JsonObject().put("status", "available"));
        room.shows("turn");

        fetched.removeIf(path -> path.startsWith("/api/"));
        fetched.add("/shared/icon-turn.svg"); // a browser without windows asks for no icon
        assertThat(fetched).contains("/room/words." + language + ".js");
        assertThat(weight("room, " + language, fetched)).isLessThanOrEqualTo(ROOM);
    }
}
