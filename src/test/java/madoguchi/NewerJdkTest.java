package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import madoguchi.http.Caller;
import madoguchi.http.EventReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** It is made for Java 17 and runs on what is newer: on this JDK, and on each newer one that lies beside it or where Linux keeps them. */
class NewerJdkTest {

    @TempDir
    Path folder;

    static Stream<Path> homes() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        return Stream.concat(
                        Stream.of(own),
                        Stream.of(own.getParent(), Path.of("/usr/lib/jvm"))
                                .filter(Files::isDirectory)
                                .flatMap(NewerJdkTest::jdks)
                                .filter(home ->
                                        version(home) > Runtime.version().feature()))
                .distinct();
    }

    private static Stream<Path> jdks(Path folder) {
        try (Stream<Path> homes = Files.list(folder)) {
            return homes
                    .filter(home -> Files.isRegularFile(home.resolve("release"))
                            && Files.isExecutable(home.resolve("bin/java")))
                    .map(NewerJdkTest::real)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path real(Path home) {
        try {
            return home.toRealPath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int version(Path home) {
        Properties release = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", ""))
                .feature();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void start_onThisJdk_servesPagesTicketsStreamsAndSignIn(Path home) {
        List<String> options =
                List.of("-XX:TieredStopAtLevel=1", "-cp", ServerProcess.mainClassPath(), "madoguchi.Main");
        try (ServerProcess server =
                ServerProcess.java(home, folder.resolve("data"), Map.of("MADOGUCHI_HTTP_SHUTDOWN", "15s"), options)) {
            String url = server.publicUrl();
            assertThat(new Caller(url).get("/").status()).isEqualTo(200);
            Caller caller = new Caller(url);
            caller.join("helpdesk");
            try (EventReader own = caller.stream("/api/v1/ticket/stream")) {
                assertThat(own.await("ticket").getInteger("position")).isOne();
            }
            assertThat(new Caller(url).signIn(server.signInLink()).getJsonArray("desks"))
                    .containsExactly("helpdesk");
            assertThat(server.terminate()).isZero();
        }
    }
}
