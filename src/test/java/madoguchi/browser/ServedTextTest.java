package madoguchi.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What browsers get of our scripts and style sheets is what stands in the files, without comments and idle space. */
class ServedTextTest {

    private static final String PARSER = "/META-INF/resources/webjars/acorn/8.14.0/dist/acorn.js";
    private static final Path FILES = Path.of(URI.create(resource("/webroot").toString()));

    private static final String TREE = "text => JSON.stringify("
            + "acorn.parse(text, { ecmaVersion: 'latest', sourceType: 'module' }),"
            + " (key, value) => key === 'start' || key === 'end' ? undefined : value)";

    /** A browser keeps the space within custom properties as it was written. */
    private static final String RULES = "text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);"
            + " return [...sheet.cssRules].map((rule) => rule.cssText.replace(/,\\s+/g, ',')).join(); }";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer();

    private static URL resource(String name) {
        return Objects.requireNonNull(ServedTextTest.class.getResource(name), name);
    }

    private static List<Path> files(String extension) throws IOException {
        try (Stream<Path> all = Files.walk(FILES)) {
            return all.filter(file -> file.toString().endsWith(extension)).toList();
        }
    }

    private String served(Path file) {
        return server.caller().get("/" + FILES.relativize(file)).response().body();
    }

    @Test
    void scripts_areTheSamePrograms() throws IOException {
        Page page = BROWSER.page("en");
        try (InputStream parser = resource(PARSER).openStream()) {
            page.evaluate(new String(parser.readAllBytes(), UTF_8));
        }
        for (Path file : files(".js")) {
            String served = served(file);
            assertThat(page.evaluate(TREE, served))
                    .as(file.toString())
                    .isEqualTo(page.evaluate(TREE, Files.readString(file)));
            assertThat(served).as(file.toString()).doesNotContain("/**");
        }
    }

    @Test
    void styleSheets_haveTheSameRules() throws IOException {
        Page page = BROWSER.page("en");
        for (Path file : files(".css")) {
            String served = served(file);
            assertThat(page.evaluate(RULES, served))
                    .as(file.toString())
                    .isEqualTo(page.evaluate(RULES, Files.readString(file)));
            assertThat(served).as(file.toString()).doesNotContain("/*");
        }
    }
}
