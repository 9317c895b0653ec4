package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;
import madoguchi.http.EventReader;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomDeskFile;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Names, e-mail addresses and Zoom's user ids are in what Zoom says, and nowhere in what we keep, log or answer. */
class PrivacyTest {

    /** As the simulator's agents have them. */
    private static final List<String> PRIVATE = List.of(
            "Suzuki Hanako",
            "Sato Taro",
            "user-suzuki",
            "user-sato",
            "suzuki@agents.example.ac.jp",
            "sato@agents.example.ac.jp");

    @RegisterExtension
    final ZoomSimulator zoom = new ZoomSimulator();

    @RegisterExtension
    final MadoguchiServer server =
            new MadoguchiServer().withFile(ZoomDeskFile.of(zoom)).knownTo(zoom::serve);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("madoguchi");

    @BeforeEach
    void listen() {
        log.start();
        ours.setLevel(Level.TRACE);
        ours.setAdditive(false);
        ours.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        ours.detachAppender(log);
        ours.setAdditive(true);
        ours.setLevel(null);
    }

    @Test
    void agents_areNamedNowhere() throws IOException {
        List<String> told = new ArrayList<>();
        Caller supervisor = server.operator();
        zoom.ready("suzuki");
        try (ZoomCaller caller = ZoomCaller.join(server.caller(), "ja");
                EventReader console = supervisor.stream("/api/v1/operator/stream")) {
            JsonObject handOff = caller.handOff();
            told.add(handOff.encode());
            caller.started(zoom.call("entry-ja", handOff.getString("reference")));
            zoom.answer("suzuki");
            told.add(caller.await("in-call").encode());
            told.add(console.await("board", board -> board.encode().contains("on-call"))
                    .encode());
            zoom.hangUp("suzuki");
            zoom.wrapUpDone("suzuki", "Solved");
            told.add(caller.await("ended").encode());
        }
        badDay();
        told.add(server.caller().get("/api/v1/desks/helpdesk").json().encode());
        told.add(supervisor.get("/api/v1/operator").json().encode());
        told.add(new Caller(server.managementUrl()).get("/metrics").response().body());
        server.stop();
        told.addAll(log.list.stream().map(PrivacyTest::line).toList());
        told.addAll(kept());
        server.start();
        assertThat(told)
                .allSatisfy(text -> PRIVATE.forEach(name -> assertThat(text).doesNotContainIgnoringCase(name)));
        assertThat(log.list).isNotEmpty();
        assertThat(zoom.deliveries()).anyMatch(delivery -> delivery.body().contains("Suzuki Hanako"));
    }

    /** What goes wrong is logged, so it must go wrong here. */
    private void badDay() {
        zoom.turn(Switch.API_STATUS, 503).turn(Switch.WEBHOOK_FORGED, true);
        zoom.ready("sato");
        zoom.settle();
        try (EventReader desk = server.caller().stream("/api/v1/desks/helpdesk/stream")) {
            desk.await("desk", picture -> picture.getString("state").equals("unknown"));
        }
    }

    private static String line(ILoggingEvent event) {
        String cause = event.getThrowableProxy() == null
                ? ""
                : event.getThrowableProxy().getMessage();
        return event.getFormattedMessage() + " " + cause;
    }

    /** Every file of the data folder, its bytes as text. */
    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.walk(server.folder().resolve("data"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            assertThat(texts).anyMatch(text -> text.contains("observe") || text.contains("Sighted"));
            return texts;
        }
    }
}
