package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every figure of the console equals a recount: tickets and operators asked one by one. */
class ConsoleFiguresTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer().fromNoon().withFile(Console.desk());

    private final List<WireCaller> callers = new ArrayList<>();
    private final List<Caller> operators = new ArrayList<>();

    private WireCaller caller() {
        WireCaller caller = WireCaller.ready(server, callers.size() % 3 == 0 ? "en" : "ja");
        callers.add(caller);
        return caller;
    }

    private Caller operator(String status) {
        Caller operator = server.operator();
        operator.put("/api/v1/operator/status", new JsonObject().put("status", status));
        operators.add(operator);
        return operator;
    }

    private void call(Caller operator, WireCaller caller) {
        operator.post("/api/v1/operator/next", new JsonObject().put("ticket", caller.id()));
    }

    private void talk(Caller operator, WireCaller caller) {
        call(operator, caller);
        caller.handOff();
        operator.post("/api/v1/operator/calls/" + caller.id() + "/answer");
    }

    private void solve(Caller operator, WireCaller caller) {
        operator.post("/api/v1/operator/calls/" + caller.id() + "/outcome", new JsonObject().put("outcome", "solved"));
    }

    /** A morning: four served or being served, three gone, the rest waiting. */
    private void morning() {
        for (int i = 0; i < 12; i++) {
            caller();
        }
        callers.get(1).leave();
        callers.get(4).leave();
        Caller first = operator("available");
        talk(first, callers.get(0));
        solve(first, callers.get(0));
        Caller second = operator("available");
        talk(second, callers.get(2));
        Caller third = operator("available");
        talk(third, callers.get(3));
        callers.get(3).hangUp();
        call(operator("available"), callers.get(5));
        operator("available");
        operator("break");
        callers.get(11).leave();
    }

    private String tickets(String state) {
        return String.valueOf(
                callers.stream().filter(caller -> caller.state().equals(state)).count());
    }

    private String outcomes(String outcome) {
        return String.valueOf(callers.stream()
                .filter(caller -> outcome.equals(caller.look().getString("outcome")))
                .count());
    }

    /** Setting the status an operator already wishes for changes nothing and tells what they are doing. */
    private String operators(String status) {
        return String.valueOf(operators.stream()
                .filter(operator -> {
                    try (var stream = operator.stream("/api/v1/operator/stream")) {
                        return stream.await("call").getString("status").equals(status);
                    }
                })
                .count());
    }

    @Test
    void figures_equalARecount() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        morning();

        assertThat(console.figure("joined")).hasText(String.valueOf(callers.size()));
        assertThat(console.figure("waiting")).hasText(tickets("waiting"));
        assertThat(console.figure("in-call")).hasText(tickets("in-call"));
        assertThat(console.figure("abandoned")).hasText(outcomes("left"));
        assertThat(console.figure("served")).hasText(outcomes("solved"));
        assertThat(console.figure("in-time")).hasText("100%");
        assertThat(console.figure("longest-wait")).hasText("< 1 min");
        for (String status : List.of("available", "ringing", "on-call", "wrap-up", "break")) {
            assertThat(console.figure(status)).hasText(operators(status));
        }
        assertThat(console.one("#line-rows tr")).hasCount(Integer.parseInt(tickets("waiting")));
        assertThat(console.one("#colleagues li")).hasCount(operators.size());
    }

    @Test
    void chart_hasTheSameSumsInItsTableAndItsWords() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        morning();
        console.press("summary");

        assertThat(console.one("#chart desc")).containsText("12 joined, 3 answered, 3 abandoned so far");
        assertThat(sum(console, 2)).isEqualTo(12);
        assertThat(sum(console, 3)).isEqualTo(3);
        assertThat(sum(console, 4)).isEqualTo(3);
        assertThat(console.one("#chart svg")).hasAttribute("role", "img");
    }

    private static int sum(Console console, int column) {
        return console.one("#chart-rows tr > :nth-child(" + column + ")").allTextContents().stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    @Test
    void longLine_showsItsFirst200_andSaysSo() {
        Console console = Console.signIn(BROWSER.page("en"), server.link());
        for (int i = 0; i < 213; i++) {
            caller();
        }

        assertThat(console.figure("waiting")).hasText("213");
        assertThat(console.one("#line-rows tr")).hasCount(200);
        assertThat(console.one("#line-shown")).hasText("The first 200 of 213");
        assertThat(console.page()).hasTitle(Pattern.compile("^\\(213\\) "));
        callers.get(0).leave();
        assertThat(console.row(callers.get(200))).isVisible();
        assertThat(console.row(callers.get(200)).locator("td").first()).hasText("200");
    }
}
