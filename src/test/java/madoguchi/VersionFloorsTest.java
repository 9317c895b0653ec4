package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.Version;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import madoguchi.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    /** Its cache of certificates by server name has no limit before 5.0.12, which this line of Vert.x does not reach. */
    @Test
    void tls_neverChoosesACertificateByServerName(@TempDir Path folder) throws IOException {
        Path chain = Files.createFile(folder.resolve("chain.pem"));
        Path key = Files.createFile(folder.resolve("key.pem"));
        Settings settings = Settings.load(
                null,
                Map.of(
                        "MADOGUCHI_HTTP_TLS_CERTIFICATEFILE", chain.toString(),
                        "MADOGUCHI_HTTP_TLS_KEYFILE", key.toString()));
        HttpServerOptions options = HttpOptions.of(settings.http());
        assertThat(options.isSsl()).isTrue();
        assertThat(options.isSni()).isFalse();
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
