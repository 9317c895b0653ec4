package madoguchi.simulator;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings of a desk whose calls the simulated Zoom carries. */
public final class ZoomDeskFile {

    private static final String ACCOUNT = """
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
            """;

    private static final String DESK = """
            desks:
              helpdesk:
                name: {ja: 相談窓口, en: Help desk}
                languages: [ja, en]
            """;

    private static final String PROVIDER = """
                provider: zoom
                zoom:
                  entries: {ja: entry-ja, en: entry-en}
                  queues: {ja: ccq-ja, en: ccq-en}
            """;

    private static final String OF_PROVIDER = " ".repeat(6);

    private ZoomDeskFile() {}

    /** At a pace for tests, with these further keys; Zoom's name for an outcome beside the ordinary one is {@code Form}. */
    public static String of(ZoomSimulator zoom, String... keys) {
        return account(zoom, "poll: 300ms", "unknownAfter: 3s")
                + DESK
                + provider("dispositions: {Solved: solved, Form: follow-up}")
                + lines(OF_PROVIDER, keys);
    }

    /** The account, with these further keys of {@code call.zoom}. */
    public static String account(ZoomSimulator zoom, String... keys) {
        return ACCOUNT.formatted(
                        Account.ID,
                        Account.CLIENT,
                        Account.CLIENT_SECRET,
                        Account.WEBHOOK_SECRET,
                        Account.OLD_WEBHOOK_SECRET,
                        Account.FLOW_SECRET,
                        zoom.url(),
                        zoom.url())
                + lines("    ", keys);
    }

    /** The last keys of a desk, with these further ones of its part {@code zoom}. */
    public static String provider(String... keys) {
        return PROVIDER + lines(OF_PROVIDER, keys);
    }

    private static String lines(String indent, String... keys) {
        return Stream.of(keys).map(key -> indent + key + "\n").collect(Collectors.joining());
    }
}
