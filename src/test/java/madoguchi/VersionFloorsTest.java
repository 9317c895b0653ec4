package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteJDBCLoader;

/** What must not be older than the fixes of published vulnerabilities and corruption bugs. */
class VersionFloorsTest {

    @Test
    void netty_isAtLeastTheFixOfItsRequestSmuggling() {
        Version.identify()
                .values()
                .forEach(version -> assertThat(newerOrEqual(version.artifactVersion(), "4.2.15"))
                        .as(version.toString())
                        .isTrue());
    }

    @Test
    void sqlite_isAtLeastTheFixOfItsWalReset() {
        assertThat(newerOrEqual(SQLiteJDBCLoader.getVersion(), "3.51.3")).isTrue();
    }

    @Test
    void vertx_isAtLeastTheFixOfItsStaticFiles() throws IOException {
        try (InputStream version = getClass().getResourceAsStream("/META-INF/vertx/vertx-version.txt")) {
            assertThat(version).isNotNull();
            String text = new String(version.readAllBytes(), StandardCharsets.UTF_8).trim();
            assertThat(newerOrEqual(text, "5.0.7")).isTrue();
        }
    }

    private static boolean newerOrEqual(String version, String floor) {
        return Arrays.compare(parts(version), parts(floor)) >= 0;
    }

    private static int[] parts(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .filter(part -> part.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
