package madoguchi.call.zoom;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The account at Zoom, and how we ask it.
 *
 * @param account Zoom's account id
 * @param client the client id of our Server-to-Server OAuth app
 * @param tokenUrl where the app gets its access tokens
 * @param apiUrl before every path, without a slash at the end
 * @param poll how often the agents are read, give or take a fifth
 * @param unknownAfter without news of them for this long, nobody new is called
 */
public record ZoomAccount(
        String account,
        String client,
        Secrets secrets,
        URI tokenUrl,
        URI apiUrl,
        Duration poll,
        Duration unknownAfter) {

    /**
     * Never printed.
     *
     * @param client the app's client secret
     * @param webhook the app's secret token, which signs its webhooks; null: none is believed
     * @param oldWebhook the one before it, still good while it is being changed; null for none
     * @param flow what the flow's script shows us; null where no script calls
     */
    public record Secrets(
            String client,
            @Nullable String webhook,
            @Nullable String oldWebhook,
            @Nullable String flow) {

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }
}
