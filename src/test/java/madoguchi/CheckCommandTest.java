package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import madoguchi.simulator.Account;
import madoguchi.simulator.ZoomDeskFile;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar madoguchi.jar check conf/…}, and the same at the start. */
class CheckCommandTest {

    @RegisterExtension
    final ZoomSimulator zoom = new ZoomSimulator();

    @TempDir
    Path folder;

    private ServerProcess run(String... arguments) {
        return ServerProcess.run(
                folder.resolve("data"), Map.of(), List.of("-XX:TieredStopAtLevel=1"), List.of(arguments));
    }

    private String file(String content) throws IOException {
        Path file = folder.resolve("zoom.yaml");
        Files.writeString(file, content);
        return file.toString();
    }

    @Test
    void check_withNothingMissing_endsWithZero() throws IOException {
        try (ServerProcess check = run("check", file(ZoomDeskFile.of(zoom)))) {
            assertThat(check.exit()).isZero();
            assertThat(check.log()).contains("nothing is missing");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void check_withSomethingMissing_saysItInALineAndEndsWithOne() throws IOException {
        String wrong = ZoomDeskFile.of(zoom).replace("entry-en", "entry-no").replace("ccq-en", "ccq-no");
        try (ServerProcess check = run(file(wrong), "check")) {
            assertThat(check.exit()).isEqualTo(1);
            assertThat(check.log())
                    .anyMatch(line -> line.startsWith("desks.helpdesk.zoom.entries: entry-no "))
                    .anyMatch(line -> line.startsWith("desks.helpdesk.zoom.queues: ccq-no "))
                    .noneMatch(line -> line.contains(Account.CLIENT_SECRET));
        }
    }

    @Test
    void start_withSomethingMissing_warnsAndServes() throws IOException {
        String wrong = ZoomDeskFile.of(zoom).replace("entry-en", "entry-no");
        try (ServerProcess server = run(file(wrong))) {
            server.awaitLog("desks.helpdesk.zoom.entries: entry-no ");
            assertThat(server.publicUrl()).startsWith("http://");
        }
    }
}
