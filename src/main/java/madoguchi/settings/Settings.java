package madoguchi.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set, validated. The components are named like the keys of {@code conf/madoguchi.yaml}, whose comments
 * say what each means and whose values are the defaults.
 */
public record Settings(
        Http http,
        Management management,
        Data data,
        Stream stream,
        Limits limits,
        Access access,
        Privacy privacy,
        Call call,
        List<DeskSettings> desks) {

    public Settings {
        desks = List.copyOf(desks);
    }

    /** What the shipped file says. */
    public static Settings defaults() {
        return load(null, Map.of());
    }

    /**
     * Lays a settings file and the environment over the defaults.
     *
     * @param file a YAML file, or null for none
     * @param environment all of the process' variables; those that begin with {@code MADOGUCHI_} must be known keys
     * @throws SettingsException with every mistake found
     */
    public static Settings load(@Nullable Path file, Map<String, String> environment) {
        return SettingsReader.read(file == null ? null : SettingsFile.read(file), environment);
    }

    /**
     * The public side.
     *
     * @param publicUrl an origin without a trailing slash; null means {@code http://localhost} and the port
     * @param trustedProxies each as {@code address/prefix length}
     * @param bodyLimit in bytes, as are all limits here
     */
    public record Http(
            String bind,
            int port,
            @Nullable URI publicUrl,
            List<String> hosts,
            List<String> trustedProxies,
            @Nullable Tls tls,
            int bodyLimit,
            int requestLineLimit,
            int headerLimit,
            Duration idle,
            int backlog,
            Duration shutdown) {}

    public record Tls(Path certificateFile, Path keyFile) {}

    public record Management(String bind, int port) {}

    public record Data(Path dir) {}

    public record Stream(
            Duration flush,
            Duration heartbeat,
            Duration maxAgeLow,
            Duration maxAgeHigh,
            Duration drainTimeout,
            int limit) {}

    public record Limits(int joinsPerMinute, int addresses) {}

    public record Access(Duration session, Duration idle, Duration invitation) {}

    public record Privacy(Duration operatorNames, Duration callerTexts) {}

    /** @param origin of the call page, if it is to have one of its own; null: the public side's */
    public record Call(@Nullable URI origin, Direct direct, Zoom zoom) {}

    public record Direct(List<String> stun, Turn turn) {}

    /**
     * The account of the desks whose provider is Zoom.
     *
     * @param account null only while no desk's provider is Zoom, like {@code client} and {@code clientSecret}
     * @param webhookSecret null: no webhook is believed
     * @param flowSecret null: the flow's script is not believed
     * @param sdk null: Zoom's own
     */
    public record Zoom(
            @Nullable String account,
            @Nullable String client,
            @Nullable Secret clientSecret,
            @Nullable Secret webhookSecret,
            @Nullable Secret oldWebhookSecret,
            @Nullable Secret flowSecret,
            URI oauthUrl,
            URI apiUrl,
            @Nullable URI sdk,
            Duration poll,
            Duration unknownAfter,
            AnsweredBy answeredBy) {}

    /** Who may say that a call was answered. */
    public enum AnsweredBy {
        WEBHOOK,
        BROWSER
    }

    /** @param secret given exactly when there are {@code urls} */
    public record Turn(List<String> urls, @Nullable Secret secret, Duration ttl) {}
}
