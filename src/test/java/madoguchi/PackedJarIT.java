package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import madoguchi.http.Caller;
import madoguchi.http.EventReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file that ops run, in a folder that has nothing else. */
class PackedJarIT {

    @TempDir
    Path folder;

    @Test
    void jar_startedBare_servesWhatIsInsideIt_andAfterwardsWithSettingsKeepsTheTicket() throws IOException {
        Caller caller;
        String id;
        try (ServerProcess bare = ServerProcess.jar(folder, Map.of("MADOGUCHI_HTTP_SHUTDOWN", "15s"))) {
            caller = new Caller(bare.publicUrl());
            assertAllPagesAreServed(caller);
            assertThat(new Caller(bare.managementUrl()).get("/health/ready").status())
                    .isEqualTo(200);
            assertThat(new Caller(bare.publicUrl()).signIn(bare.signInLink()).getJsonArray("desks"))
                    .containsExactly("helpdesk");
            id = caller.join("helpdesk").getJsonObject("ticket").getString("id");
            assertThat(bare.terminate()).isZero();
            assertThat(bare.log()).noneMatch(PackedJarIT::warns);
        }
        assertThat(folder).isDirectoryContaining("glob:**/data");
        Files.writeString(folder.resolve("desk.yaml"), "http: {shutdown: 15s}\n");
        try (ServerProcess configured = ServerProcess.jar(folder, Map.of(), "desk.yaml")) {
            JsonObject ticket =
                    caller.at(configured.publicUrl()).get("/api/v1/ticket").json();
            assertThat(ticket.getString("id")).isEqualTo(id);
            assertThat(ticket.getInteger("position")).isOne();
            assertInvites(configured.publicUrl());
            assertThat(configured.terminate()).isZero();
        }
    }

    /** Of anything but the system's limit of open files, which is not ours to set. */
    private static boolean warns(String line) {
        return line.matches("\\S+Z (WARN |ERROR) .*") && !line.contains("stream.limit: ");
    }

    /** Every file of {@code webroot/} but the pages of desks has its path. */
    private static void assertAllPagesAreServed(Caller caller) throws IOException {
        Path webRoot = Path.of("webroot");
        try (Stream<Path> files = Files.walk(webRoot)) {
            files.filter(Files::isRegularFile)
                    .map(file -> "/" + webRoot.relativize(file))
                    .filter(path -> !path.endsWith(".d.ts"))
                    .forEach(path ->
                            assertThat(caller.get(path).status()).as(path).isEqualTo(200));
        }
        for (String path : new String[] {"/", "/room/helpdesk", "/call/helpdesk", "/console/"}) {
            assertThat(caller.get(path).response().body()).as(path).startsWith("<!doctype html>");
        }
        try (EventReader desk = caller.stream("/api/v1/desks/helpdesk/stream")) {
            assertThat(desk.await("desk").getString("state")).isEqualTo("open");
        }
    }

    private void assertInvites(String url) {
        Map<String, String> port =
                Map.of("MADOGUCHI_HTTP_PORT", String.valueOf(URI.create(url).getPort()));
        try (ServerProcess invite = ServerProcess.jar(folder, port, "desk.yaml", "invite", "--name", "Tanaka")) {
            String link = invite.signInLink();
            assertThat(invite.exit()).isZero();
            assertThat(invite.log()).contains(link);
            assertThat(new Caller(url).signIn(link).getString("name")).isEqualTo("Tanaka");
        }
    }

    @Test
    void check_ofSettingsThatSpeakOfNoAccount_findsNothingMissing() {
        try (ServerProcess check = ServerProcess.jar(folder, Map.of(), "check")) {
            assertThat(check.exit()).isZero();
            assertThat(check.log()).contains("nothing is missing");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
