package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import madoguchi.http.Caller;
import madoguchi.http.EventReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ops see of the process: how it starts, what it says, how it ends. */
class ProcessTest {

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private ServerProcess run(Map<String, String> environment, String... arguments) {
        return ServerProcess.run(data(), environment, List.of("-XX:TieredStopAtLevel=1"), List.of(arguments));
    }

    @Test
    void start_withoutSettings_servesTheDemoAndSaysWhere() {
        try (ServerProcess server = run(Map.of())) {
            assertThat(URI.create(server.publicUrl()).getPort()).isPositive();
            assertThat(URI.create(server.managementUrl()).getPort()).isPositive();
            Caller operator = new Caller(server.publicUrl());
            assertThat(operator.signIn(server.signInLink()).getJsonArray("desks"))
                    .containsExactly("helpdesk");
            assertThat(operator.get("/").status()).isEqualTo(200);
            Caller ops = new Caller(server.managementUrl());
            assertThat(ops.get("/health/live").json().getString("status")).isEqualTo("UP");
            assertThat(ops.get("/health/ready").json().getString("status")).isEqualTo("UP");
            assertThat(ops.get("/metrics").response().body()).contains("madoguchi_streams");
        }
    }

    @Test
    void start_withWrongSettings_namesEveryMistakeAndNoSecret() throws Exception {
        Path file = folder.resolve("wrong.yaml");
        Files.writeString(file, """
                http: {idle: soon, prot: 80}
                call: {direct: {turn: {secret: swordfish-and-more}}}
                """);
        try (ServerProcess server = run(Map.of("MADOGUCHI_STREAM_LIMIT", "many"), file.toString())) {
            assertThat(server.exit()).isEqualTo(1);
            assertThat(server.log())
                    .anyMatch(line -> line.matches("http.idle: soon \\(expected: .+\\)"))
                    .anyMatch(line -> line.matches("http.prot: .+ \\(expected: .+\\)"))
                    .anyMatch(line -> line.matches("MADOGUCHI_STREAM_LIMIT: many \\(expected: .+\\)"))
                    .anyMatch(line -> line.matches("call.direct.turn.urls: .+ \\(expected: .+\\)"))
                    .noneMatch(line -> line.contains("swordfish"))
                    .noneMatch(line -> line.contains("\tat "));
        }
    }

    @Test
    void start_withoutTheFileNamed_saysSo() {
        try (ServerProcess server = run(Map.of(), folder.resolve("none.yaml").toString())) {
            assertThat(server.exit()).isEqualTo(1);
            assertThat(server.log()).anyMatch(line -> line.contains("none.yaml") && line.contains("(expected: "));
        }
    }

    @Test
    void start_onAFolderInUse_saysSo() {
        try (ServerProcess first = run(Map.of())) {
            first.publicUrl();
            try (ServerProcess second = run(Map.of())) {
                assertThat(second.exit()).isEqualTo(1);
                assertThat(second.log())
                        .anyMatch(line -> line.contains(data().toString()) && line.contains("(expected: "))
                        .noneMatch(line -> line.contains("\tat "));
            }
            assertThat(new Caller(first.publicUrl()).get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void start_onAPortInUse_saysSo() {
        try (ServerProcess first = run(Map.of())) {
            String port = String.valueOf(URI.create(first.publicUrl()).getPort());
            Map<String, String> same = Map.of(
                    "MADOGUCHI_HTTP_PORT",
                    port,
                    "MADOGUCHI_DATA_DIR",
                    folder.resolve("other").toString());
            try (ServerProcess second = run(same)) {
                assertThat(second.exit()).isEqualTo(1);
                assertThat(second.log())
                        .anyMatch(line -> line.startsWith("http.port: " + port + " (expected: "))
                        .noneMatch(line -> line.contains("\tat "));
            }
        }
    }

    @Test
    void start_withATlsFileThatIsNoPem_namesIt() throws Exception {
        Path file = Files.writeString(folder.resolve("tls.pem"), "no PEM");
        Map<String, String> tls = Map.of(
                "MADOGUCHI_HTTP_TLS_CERTIFICATEFILE", file.toString(), "MADOGUCHI_HTTP_TLS_KEYFILE", file.toString());
        try (ServerProcess server = run(tls)) {
            assertThat(server.exit()).isEqualTo(1);
            assertThat(server.log())
                    .anyMatch(line -> line.startsWith("http.tls: " + file) && line.contains("(expected: "))
                    .noneMatch(line -> line.contains("\tat "));
        }
    }

    @Test
    void start_withAWordItDoesNotKnow_saysWhichItKnows() {
        try (ServerProcess server = run(Map.of(), "--help")) {
            assertThat(server.exit()).isEqualTo(1);
            assertThat(server.log())
                    .containsExactly("arguments: [--help] (expected: [settings file] [invite … | check])");
        }
    }

    @Test
    void start_whereFewFilesMayBeOpen_takesFewerStreamsAndSaysSo() {
        List<String> few = List.of("bash", "-c", "ulimit -n 700; exec \"$@\"", "bash");
        try (ServerProcess server =
                ServerProcess.behind(few, data(), Map.of(), List.of("-XX:TieredStopAtLevel=1"), List.of())) {
            new Caller(server.publicUrl()).join("helpdesk");
            assertThat(server.log()).anyMatch(line -> line.contains("stream.limit: 18000 (expected: at most 200, "));
        }
    }

    @Test
    void invite_besideTheServer_givesALinkThatWorks() {
        try (ServerProcess server = run(Map.of())) {
            String url = server.publicUrl();
            Map<String, String> port =
                    Map.of("MADOGUCHI_HTTP_PORT", String.valueOf(URI.create(url).getPort()));
            try (ServerProcess invite = run(port, "invite", "--name", "Sato", "--role", "operator")) {
                String link = invite.signInLink();
                assertThat(invite.exit()).isZero();
                JsonObject operator = new Caller(url).signIn(link);
                assertThat(operator.getString("name")).isEqualTo("Sato");
                assertThat(operator.getJsonArray("roles")).containsExactly("operator");
            }
        }
    }

    @Test
    void start_onADamagedJournal_saysWhereAndWhatHelps() throws Exception {
        try (ServerProcess server = run(Map.of("MADOGUCHI_HTTP_SHUTDOWN", "15s"))) {
            new Caller(server.publicUrl()).join("helpdesk");
            assertThat(server.terminate()).isZero();
        }
        try (RandomAccessFile file =
                new RandomAccessFile(data().resolve("madoguchi.db").toFile(), "rw")) {
            long length = file.length();
            file.seek(4096);
            file.write(new byte[(int) length - 4096]);
        }
        try (ServerProcess server = run(Map.of())) {
            assertThat(server.exit()).isEqualTo(1);
            assertThat(server.log())
                    .anyMatch(line -> line.contains(data().toString())
                            && line.contains("malformed")
                            && line.contains("(expected: a sound "))
                    .noneMatch(line -> line.contains("\tat "));
        }
    }

    @Test
    void invite_beforeAnyStart_saysWhatItNeeds() {
        try (ServerProcess invite = run(Map.of("MADOGUCHI_HTTP_PORT", "8080"), "invite")) {
            assertThat(invite.exit()).isEqualTo(1);
            assertThat(invite.log())
                    .anyMatch(line ->
                            line.endsWith("missing (expected: a folder on which the server has been started before)"))
                    .noneMatch(line -> line.contains("\tat "));
        }
    }

    @Test
    void invite_withoutAKnownPort_saysWhatItNeeds() {
        try (ServerProcess server = run(Map.of())) {
            server.publicUrl();
            try (ServerProcess invite = run(Map.of(), "invite")) {
                assertThat(invite.exit()).isEqualTo(1);
                assertThat(invite.log()).anyMatch(line -> line.startsWith("http.port: 0 (expected: "));
            }
        }
    }

    @Test
    void terminate_withStreamsOpen_endsThemAndExitsWithZero() {
        Map<String, String> quick = Map.of("MADOGUCHI_HTTP_SHUTDOWN", "15s");
        Caller caller;
        String id;
        try (ServerProcess server = run(quick)) {
            caller = new Caller(server.publicUrl());
            id = caller.join("helpdesk").getJsonObject("ticket").getString("id");
            try (EventReader own = caller.stream("/api/v1/ticket/stream");
                    EventReader desk = caller.stream("/api/v1/desks/helpdesk/stream")) {
                own.await("ticket");
                desk.await("desk");
                assertThat(server.terminate()).isZero();
                own.await("closed");
                desk.await("closed");
            }
            assertThat(server.log()).noneMatch(line -> line.contains("stopped before"));
        }
        try (ServerProcess server = run(quick)) {
            JsonObject ticket =
                    caller.at(server.publicUrl()).get("/api/v1/ticket").json();
            assertThat(ticket.getString("id")).isEqualTo(id);
            assertThat(ticket.getInteger("position")).isOne();
        }
    }
}
