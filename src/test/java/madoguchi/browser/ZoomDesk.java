package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.simulator.Account;
import madoguchi.simulator.ZoomSimulator;

/** A desk whose calls Zoom carries, as its caller meets it. */
final class ZoomDesk {

    private static final String CALL = """
            call:
              zoom:
                account: %s
                client: %s
                clientSecret: %s
                webhookSecret: %s
                oldWebhookSecret: %s
                flowSecret: %s
                oauthUrl: %s/oauth/token
                apiUrl: %s/v2
                poll: 1s
            """;

    private ZoomDesk() {}

    /** Settings of that desk, with these further keys of its part {@code zoom}. */
    static String settings(ZoomSimulator zoom, String... keys) {
        String account = CALL.formatted(
                Account.ID,
                Account.CLIENT,
                Account.CLIENT_SECRET,
                Account.WEBHOOK_SECRET,
                Account.OLD_WEBHOOK_SECRET,
                Account.FLOW_SECRET,
                zoom.url(),
                zoom.url());
        String more = Stream.of(keys).map(key -> "      " + key + "\n").collect(Collectors.joining());
        return account
                + Room.desk(
                        "provider: zoom",
                        "zoom:",
                        "  entries: {ja: entry-ja, en: entry-en}",
                        "  queues: {ja: ccq-ja, en: ccq-en}")
                + more;
    }

    /** Somebody who waits in line, has rehearsed, and is called because an agent is ready. */
    static Room called(Page page, String server) {
        Room room = Room.waiting(page, server);
        room.rehearse();
        assertThat(room.one("#join")).isVisible();
        return room;
    }
}
