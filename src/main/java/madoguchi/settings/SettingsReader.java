package madoguchi.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.settings.Settings.Access;
import madoguchi.settings.Settings.Call;
import madoguchi.settings.Settings.Data;
import madoguchi.settings.Settings.Direct;
import madoguchi.settings.Settings.Http;
import madoguchi.settings.Settings.Limits;
import madoguchi.settings.Settings.Management;
import madoguchi.settings.Settings.Privacy;
import madoguchi.settings.Settings.Stream;
import madoguchi.settings.Settings.Tls;
import madoguchi.settings.Settings.Turn;
import madoguchi.settings.Settings.Zoom;
import org.jspecify.annotations.Nullable;

/** Reads the whole tree, one line per key. */
final class SettingsReader {

    private final ObjectNode defaults = SettingsFile.shipped();
    private final Problems problems;
    private final Section root;

    private SettingsReader(ObjectNode given, Map<String, String> variables) {
        Environment environment = new Environment(variables);
        Map<String, String> overrides = environment.valuesByKey(defaults);
        problems = new Problems(overrides.keySet());
        overrides.forEach((key, value) -> Environment.overlay(given, key, value));
        environment.reportUnknown(defaults, problems);
        root = new Section("", given, defaults, problems);
    }

    static Settings read(@Nullable ObjectNode file, Map<String, String> environment) {
        ObjectNode given = file == null ? SettingsFile.tree("", "") : file;
        SettingsReader reader = new SettingsReader(given, environment);
        Settings settings = reader.settings();
        reader.problems.throwIfAny();
        return settings;
    }

    private Settings settings() {
        Http http = http(root.section("http"));
        Stream stream = stream(root.section("stream"));
        require(
                http.idle().compareTo(stream.heartbeat().multipliedBy(2)) > 0,
                "http.idle",
                http.idle(),
                "more than twice stream.heartbeat, " + Forms.text(stream.heartbeat()));
        Settings settings = new Settings(
                http,
                management(root.section("management")),
                new Data(root.section("data").value("dir", Forms.PATH)),
                stream,
                limits(root.section("limits")),
                access(root.section("access")),
                privacy(root.section("privacy")),
                call(root.section("call")),
                desks());
        requireZoom(settings);
        return settings;
    }

    private Http http(Section http) {
        String bind = http.value("bind", Forms.BIND);
        return new Http(
                bind,
                http.value("port", Forms.PORT),
                publicUrl(http, bind),
                http.list("hosts", Forms.HOST_NAME),
                http.list("trustedProxies", NetworkForm.NETWORK),
                tls(http.section("tls")),
                http.value("bodyLimit", Forms.size("1KiB", "1MiB")),
                http.value("requestLineLimit", Forms.size("512B", "64KiB")),
                http.value("headerLimit", Forms.size("1KiB", "64KiB")),
                http.value("idle", Forms.duration("100ms", "1h")),
                http.value("backlog", Forms.number(1, 65535)),
                http.value("shutdown", Forms.duration("100ms", "10m")));
    }

    /** Browsers give the microphone, and keep our cookie, on https and on localhost alone. */
    private @Nullable URI publicUrl(Section http, String bind) {
        URI url = http.optional("publicUrl", Forms.ORIGIN);
        if (url == null) {
            boolean left = http.given("publicUrl").isMissingNode();
            require(
                    !left || isLoopback(bind),
                    "http.publicUrl",
                    "",
                    "the address people use, since http.bind is " + bind);
        } else {
            boolean local = Set.of("localhost", "127.0.0.1", "[::1]").contains(url.getHost());
            require(local || "https".equals(url.getScheme()), "http.publicUrl", url, "https, except for localhost");
        }
        return url;
    }

    private @Nullable Tls tls(Section tls) {
        Path certificate = tls.optional("certificateFile", Forms.PATH);
        Path key = tls.optional("keyFile", Forms.PATH);
        if (certificate != null && key != null) {
            requireReadable(certificate, tls.key("certificateFile"));
            requireReadable(key, tls.key("keyFile"));
            return new Tls(certificate, key);
        }
        String missing = tls.key(certificate == null ? "certificateFile" : "keyFile");
        require(certificate == null && key == null, missing, "", "a PEM file, since the other file is given");
        return null;
    }

    private static Management management(Section management) {
        return new Management(management.value("bind", Forms.BIND), management.value("port", Forms.PORT));
    }

    private Stream stream(Section stream) {
        Duration low = stream.value("maxAgeLow", Forms.duration("100ms", "24h"));
        Duration high = stream.value("maxAgeHigh", Forms.duration("100ms", "24h"));
        require(low.compareTo(high) <= 0, "stream.maxAgeHigh", high, "at least stream.maxAgeLow, " + Forms.text(low));
        return new Stream(
                stream.value("flush", Forms.duration("1ms", "10s")),
                stream.value("heartbeat", Forms.duration("50ms", "5m")),
                low,
                high,
                stream.value("drainTimeout", Forms.duration("50ms", "5m")),
                stream.value("limit", Forms.number(1, 1_000_000)));
    }

    private static Limits limits(Section limits) {
        return new Limits(
                limits.value("joinsPerMinute", Forms.number(1, 10_000_000)),
                limits.value("addresses", Forms.number(1, 10_000_000)));
    }

    private Access access(Section access) {
        Duration session = access.value("session", Forms.duration("1s", "30d"));
        Duration idle = access.value("idle", Forms.duration("1s", "30d"));
        require(idle.compareTo(session) <= 0, "access.idle", idle, "at most access.session, " + Forms.text(session));
        return new Access(session, idle, access.value("invitation", Forms.duration("1s", "30d")));
    }

    private static Privacy privacy(Section privacy) {
        return new Privacy(
                privacy.value("operatorNames", Forms.duration("1s", "3650d")),
                privacy.value("callerTexts", Forms.duration("1s", "3650d")));
    }

    private Call call(Section call) {
        Section direct = call.section("direct");
        return new Call(
                call.optional("origin", Forms.ORIGIN),
                new Direct(direct.list("stun", Forms.STUN), turn(direct.section("turn"))),
                zoom(call.section("zoom")));
    }

    private Zoom zoom(Section zoom) {
        return new Zoom(
                zoom.optional("account", Forms.ZOOM_ID),
                zoom.optional("client", Forms.ZOOM_ID),
                secret(zoom, "clientSecret"),
                secret(zoom, "webhookSecret"),
                secret(zoom, "oldWebhookSecret"),
                secret(zoom, "flowSecret"),
                zoom.value("oauthUrl", Forms.URL),
                zoom.value("apiUrl", Forms.URL),
                zoom.optional("sdk", Forms.URL),
                zoom.value("poll", Forms.duration("50ms", "5m")),
                zoom.value("unknownAfter", Forms.duration("100ms", "1h")),
                zoom.value("answeredBy", Forms.choice(Settings.AnsweredBy.class)));
    }

    /** Without the account nothing could be known of the agents. */
    private void requireZoom(Settings settings) {
        boolean zoom = settings.desks().stream().anyMatch(desk -> desk.provider() == DeskSettings.Provider.ZOOM);
        Zoom account = settings.call().zoom();
        String expected = "as the Server-to-Server OAuth app shows it, since a desk's provider is zoom";
        require(!zoom || account.account() != null, "call.zoom.account", "", expected);
        require(!zoom || account.client() != null, "call.zoom.client", "", expected);
        require(!zoom || account.clientSecret() != null, "call.zoom.clientSecret", "", expected);
        require(
                account.poll().multipliedBy(2).compareTo(account.unknownAfter()) < 0,
                "call.zoom.unknownAfter",
                Forms.text(account.unknownAfter()),
                "more than twice call.zoom.poll, " + Forms.text(account.poll()));
    }

    private Turn turn(Section turn) {
        List<String> urls = turn.list("urls", Forms.TURN);
        Secret secret = secret(turn, "secret");
        boolean wrong = !turn.given("secret").isMissingNode()
                || !turn.given("secretFile").isMissingNode();
        require(secret == null || !urls.isEmpty(), turn.key("urls"), urls, "the TURN servers the secret is for");
        require(wrong || urls.isEmpty(), turn.key("secret"), "", "the secret shared with the TURN servers");
        return new Turn(urls, secret, turn.value("ttl", Forms.duration("1m", "7d")));
    }

    /** A secret, written in the settings or in a file that they name. */
    private @Nullable Secret secret(Section section, String name) {
        Secret written = section.optional(name, Forms.SECRET);
        Path file = section.optional(name + "File", Forms.PATH);
        if (file == null) {
            return written;
        }
        String key = section.key(name + "File");
        require(section.given(name).isMissingNode(), key, file, "either the secret or its file");
        try {
            return Forms.SECRET.parse(Files.readString(file).strip()).orElseThrow(IllegalArgumentException::new);
        } catch (IOException | IllegalArgumentException e) {
            problems.add(key, file, "a readable file with " + Forms.SECRET.expected());
            return null;
        }
    }

    /** The demo desk stands only while no other is given; its rules are every desk's defaults. */
    private List<DeskSettings> desks() {
        ObjectNode demo = (ObjectNode) defaults.path("desks");
        JsonNode template = demo.elements().next();
        JsonNode given = root.given("desks");
        List<DeskSettings> desks = new ArrayList<>();
        root.entries(given.isMissingNode() ? demo : given, "desks").forEach((id, desk) -> {
            String key = "desks." + id;
            require(Forms.DESK_ID.parse(id).isPresent(), key, id, Forms.DESK_ID.expected());
            desks.add(DeskReader.read(id, new Section(key, desk, template, problems)));
        });
        require(!desks.isEmpty(), "desks", given, "at least one desk");
        return desks;
    }

    private void requireReadable(Path file, String key) {
        require(Files.isReadable(file), key, file, "a readable file");
    }

    private void require(boolean fulfilled, String key, Object value, String expected) {
        problems.require(fulfilled, key, value, expected);
    }

    private static boolean isLoopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
