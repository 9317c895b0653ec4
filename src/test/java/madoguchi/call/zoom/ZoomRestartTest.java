package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import madoguchi.ServerProcess;
import madoguchi.http.Caller;
import madoguchi.http.EventReader;
import madoguchi.simulator.Switch;
import madoguchi.simulator.ZoomDeskFile;
import madoguchi.simulator.ZoomSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The server's plug is pulled in the middle of a call that Zoom carries: the call goes on, and counts as it was. */
class ZoomRestartTest {

    @RegisterExtension
    final ZoomSimulator zoom = new ZoomSimulator();

    @TempDir
    Path folder;

    private ServerProcess start() throws IOException {
        Path file = Files.writeString(folder.resolve("zoom-desk.yaml"), ZoomDeskFile.of(zoom));
        ServerProcess server = ServerProcess.run(
                folder.resolve("data"),
                Map.of("MADOGUCHI_STREAM_HEARTBEAT", "500ms"),
                List.of("-XX:TieredStopAtLevel=1", "-Xmx200m"),
                List.of(file.toString()));
        zoom.serve(server.publicUrl());
        return server;
    }

    private static void awaitOperators(ServerProcess server, Predicate<JsonObject> wanted) {
        try (EventReader desk = new Caller(server.publicUrl()).stream("/api/v1/desks/helpdesk/stream")) {
            desk.await(
                    "desk",
                    picture -> picture.getString("state").equals("open")
                            && wanted.test(picture.getJsonObject("operators")));
        }
    }

    /** Somebody who talks to sato. */
    private ZoomCaller talking(ServerProcess server) {
        zoom.turn(Switch.RECORD_AFTER, 0);
        zoom.ready("sato");
        ZoomCaller caller = ZoomCaller.join(new Caller(server.publicUrl()), "ja");
        caller.goInto(zoom);
        zoom.answer("sato");
        caller.await("in-call");
        return caller;
    }

    @Test
    void call_outlivesTheServer_andEndsWithItsOutcome() throws IOException {
        try (ServerProcess killed = start();
                ZoomCaller before = talking(killed)) {
            killed.kill();
            try (ServerProcess server = start();
                    ZoomCaller caller = before.at(server.publicUrl())) {
                caller.await("in-call");
                awaitOperators(server, operators -> operators.getInteger("busy") == 1);
                zoom.hangUp("sato");
                zoom.wrapUpDone("sato", "Form");
                caller.await("ended");
                caller.events.await("ticket", ticket -> "follow-up".equals(ticket.getString("outcome")));
                awaitOperators(server, operators -> operators.getInteger("available") == 1);
            }
        }
    }

    @Test
    void answerToldAfterTheServerWasStartedAgain_ofATicketThatHadEnded_correctsIt() throws IOException {
        zoom.turn(Switch.WEBHOOK_LOST, "engagement_user_answered").turn(Switch.TASK_EVENTS, false);
        zoom.ready("sato");
        try (ServerProcess killed = start();
                ZoomCaller before = ZoomCaller.join(new Caller(killed.publicUrl()), "ja")) {
            zoom.turn(Switch.RECORD_AFTER, 600_000);
            String engagement = before.goInto(zoom);
            zoom.answer("sato");
            zoom.hangUp("sato");
            before.events.await("ticket", ticket -> "abandoned".equals(ticket.getString("outcome")));
            killed.kill();
            try (ServerProcess server = start();
                    ZoomCaller caller = before.at(server.publicUrl())) {
                caller.events.await("ticket", ticket -> "abandoned".equals(ticket.getString("outcome")));
                zoom.turn(Switch.WEBHOOK_LOST, "");
                zoom.send(
                        "contact_center.engagement_user_answered",
                        new JsonObject().put("engagement_id", engagement).put("user_id", "user-sato"));
                caller.events.await("ticket", ticket -> "solved".equals(ticket.getString("outcome")));
            }
        }
    }

    @Test
    void callThatEndsWhileTheServerIsDown_isOverAfterwards_withItsOutcome() throws IOException {
        try (ServerProcess killed = start();
                ZoomCaller before = talking(killed)) {
            killed.kill();
            zoom.hangUp("sato");
            zoom.wrapUpDone("sato", "Form");
            zoom.settle();
            assertThat(zoom.deliveries()).last().matches(delivery -> delivery.status() == 0);
            try (ServerProcess server = start();
                    ZoomCaller caller = before.at(server.publicUrl())) {
                caller.events.await("ticket", ticket -> "follow-up".equals(ticket.getString("outcome")));
                awaitOperators(server, operators -> operators.getInteger("available") == 1);
            }
        }
    }
}
