package madoguchi.call.zoom;

import madoguchi.simulator.Account;
import madoguchi.simulator.ZoomSimulator;

/** The settings of a desk whose calls the simulated Zoom carries, at a pace for tests. */
public final class ZoomDeskFile {

    static final String HEAD = """
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
                poll: 300ms
                unknownAfter: 3s
            desks:
            """;

    static final String DESK = """
              helpdesk:
                name: {ja: 相談窓口, en: Help desk}
                languages: [ja, en]
                provider: zoom
                zoom:
                  entries: {ja: entry-ja, en: entry-en}
                  queues: {ja: ccq-ja, en: ccq-en}
                  dispositions: {Solved: solved, Form: follow-up}
            """;

    private ZoomDeskFile() {}

    public static String of(ZoomSimulator zoom) {
        return head(zoom, Account.CLIENT_SECRET) + DESK;
    }

    static String head(ZoomSimulator zoom, String clientSecret) {
        return HEAD.formatted(
                Account.ID,
                Account.CLIENT,
                clientSecret,
                Account.WEBHOOK_SECRET,
                Account.OLD_WEBHOOK_SECRET,
                Account.FLOW_SECRET,
                zoom.url(),
                zoom.url());
    }
}
