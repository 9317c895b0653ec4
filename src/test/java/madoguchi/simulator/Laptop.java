package madoguchi.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import madoguchi.Server;
import madoguchi.settings.Settings;

/** The simulator and a desk on it, for a person: {@code mvn -q test-compile exec:exec@zoom-desk}. */
final class Laptop {

    private static final String PORT = "8082";
    private static final Path FOLDER = Path.of("target", "zoom-desk");

    private static final String DESK = """
            desks:
              helpdesk:
                name: {ja: ITサポート窓口, en: IT Support Desk}
                languages: [ja, en]
                topics: {network: {ja: ネットワーク, en: Network}, account: {ja: アカウント, en: Accounts}}
                notes: [{ja: これは試験用の窓口です。, en: This desk is for trying out.}]
                mailForm: https://www.example.ac.jp/support/form?ticket={reference}
            """;

    private static final String WORDS = """
            A desk whose calls a simulated Zoom carries. Open these three, each in a tab of its own:

              support page        %1$s/
              Zoom's agents       %2$s/
              operators' console  %3$s

            1. At Zoom's agents press "ready" under an agent: suzuki speaks both languages, sato Japanese, smith English.
            2. On the support page press the button at the lower right, start, test the microphone, then "Join now".
            3. At Zoom's agents press "answer"; when you have talked enough, "hangup" and "wrapup-done: Solved".
            The console shows the counts meanwhile. Ctrl-C ends it all.
            """;

    private Laptop() {}

    /** @param args the port of Zoom's agents, where it is not to be 8082; the environment says what it says to the server */
    public static void main(String[] args) throws IOException {
        ZoomSimulator zoom = new ZoomSimulator(Clock.systemUTC(), Integer.parseInt(args.length == 0 ? PORT : args[0]));
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve("zoom-desk-" + zoom.port() + ".yaml");
        Files.writeString(file, settings(zoom));
        Settings settings = Settings.load(file, System.getenv());
        Server server = Server.start(Server.vertx(), settings, Clock.tickMillis(ZoneOffset.UTC))
                .await();
        zoom.serve(server.publicUrl().toString());
        String link = server.invite("Operator").await();
        System.out.println(WORDS.formatted(server.publicUrl(), zoom.url(), link));
    }

    private static String settings(ZoomSimulator zoom) {
        return "data: {dir: " + FOLDER.resolve("data") + "}\n"
                + ZoomDeskFile.account(zoom, "sdk: " + zoom.url() + "/us01cci/web-sdk/video-client.js")
                + DESK
                + ZoomDeskFile.provider("dispositions: {Solved: solved}");
    }
}
