package madoguchi.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import madoguchi.Main;

/** The simulator and a desk on it, for a person: {@code mvn -q test-compile exec:exec@zoom-desk}. */
final class Laptop {

    private static final int PORT = 8082;
    private static final Path DATA = Path.of("target", "zoom-desk");

    private static final String SETTINGS = """
            data: {dir: %1$s}
            call:
              zoom:
                account: %3$s
                client: %4$s
                clientSecret: %5$s
                webhookSecret: %6$s
                flowSecret: %7$s
                oauthUrl: %2$s/oauth/token
                apiUrl: %2$s/v2
                sdk: %2$s/us01cci/web-sdk/video-client.js
            desks:
              helpdesk:
                name: {ja: ITサポート窓口, en: IT Support Desk}
                languages: [ja, en]
                topics: {network: {ja: ネットワーク, en: Network}, account: {ja: アカウント, en: Accounts}}
                notes: [{ja: これは試験用の窓口です。, en: This desk is for trying out.}]
                mailForm: https://www.example.ac.jp/support/form?ticket={reference}
                provider: zoom
                zoom:
                  entries: {ja: entry-ja, en: entry-en}
                  queues: {ja: ccq-ja, en: ccq-en}
                  dispositions: {Solved: solved}
            """;

    private Laptop() {}

    public static void main(String[] args) throws IOException {
        ZoomSimulator zoom = new ZoomSimulator(Clock.systemUTC(), PORT);
        zoom.webhooksTo("http://127.0.0.1:8080/webhooks/zoom");
        Files.createDirectories(DATA);
        Path file = DATA.resolve("zoom-desk.yaml");
        Files.writeString(
                file,
                SETTINGS.formatted(
                        DATA.resolve("data"),
                        zoom.url(),
                        Account.ID,
                        Account.CLIENT,
                        Account.CLIENT_SECRET,
                        Account.WEBHOOK_SECRET,
                        Account.FLOW_SECRET));
        System.out.println("Zoom's agents, simulated: " + zoom.url() + "/");
        Main.main(new String[] {file.toString()});
    }
}
