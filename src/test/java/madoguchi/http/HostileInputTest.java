package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import madoguchi.MadoguchiServer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is sent to whatever operation of the contract, it is never our fault. */
class HostileInputTest {

    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "[]",
            "null",
            "0",
            "\"\"",
            "{",
            "{\"a\":",
            "\u0000",
            "{\"language\":\"\\u0000\\u0000\"}",
            "{\"language\":\"\\ud800\\ud800\"}",
            "{\"language\":1e999}",
            "{\"language\":[]}",
            "{\"language\":\"ja\",\"language\":\"en\",\"topic\":null}",
            "{\"result\":{}}",
            "{\"presence\":[]}",
            "{\"generation\":-1}",
            "{\"generation\":1e400}",
            "{\"generation\":99999999999999999999999999}",
            "{\"generation\":1,\"candidates\":[null]}",
            "{\"generation\":1,\"description\":null}",
            "{\"notice\":{}}",
            "{\"notice\":{\"ja\":null}}",
            "{\"notice\":[]}",
            "{\"name\":null,\"roles\":[null]}",
            "{\"name\":\"x\",\"roles\":[\"operator\",\"operator\"]}",
            "{\"name\":\"x\",\"roles\":[\"operator\"],\"desks\":[\"nowhere\"]}",
            "{\"name\":\"x\",\"roles\":[\"operator\"],\"languages\":[\"xx\"]}",
            "{\"invitation\":\"aaaaaaaaaaaaaaaa.bbbbbbbb.cccccccc\"}",
            "{\"granted\":\"true\"}",
            "{\"ticket\":\"00000000000000000000000000\"}",
            "{\"ticket\":\"../../../../../../../etc\"}",
            "[".repeat(8_000),
            "{\"a\":".repeat(3_000));

    private static final List<String> NAMES = List.of(
            "00000000000000000000000000", "helpdesk", "%00", "%ff%fe", "..%2f", "'%20OR%201=1", "x".repeat(300));

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer();

    @Test
    void operation_withAnyBodyAndAnyName_isNeverAServerError() throws IOException {
        Caller caller = server.operator();
        caller.join("helpdesk");
        SoftAssertions all = new SoftAssertions();
        JsonObject paths = Contract.read().getJsonObject("paths");
        int operations = 0;
        for (String path : paths.fieldNames()) {
            for (String method : paths.getJsonObject(path).fieldNames()) {
                if (isAsked(path, method)) {
                    operations++;
                    attack(caller, method.toUpperCase(Locale.ROOT), path, all);
                }
            }
        }
        assertThat(operations).isGreaterThan(20);
        all.assertAll();
    }

    /** Streams never end, and leaving or signing out would leave the rest unasked. */
    private static boolean isAsked(String path, String method) {
        return !method.equals("parameters") && !method.equals("delete") && !path.endsWith("/stream");
    }

    private static void attack(Caller caller, String method, String path, SoftAssertions all) {
        List<String> bodies = method.equals("GET") ? List.of("") : BODIES;
        for (String body : bodies) {
            expect(caller, method, path.replaceAll("\\{\\w+}", "00000000000000000000000000"), body, all);
            expect(caller, method, path.replace("{desk}", "helpdesk").replaceAll("\\{\\w+}", NAMES.get(0)), body, all);
        }
        for (String name : NAMES) {
            expect(caller, method, path.replaceAll("\\{\\w+}", name), "{}", all);
            expect(caller, method, path.replaceAll("\\{\\w+}", NAMES.get(0)) + "?desk=" + name, "{}", all);
        }
    }

    private static void expect(Caller caller, String method, String path, String body, SoftAssertions all) {
        Caller.Answer answer = caller.send(method, path, method.equals("GET") ? null : body);
        all.assertThat(answer.status())
                .as("%s %s %.80s → %s", method, path, body, answer.body())
                .isLessThan(500);
    }
}
