package madoguchi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** File, record and README have the same keys. */
class KeysTest {

    private static final String DESK = "desks.helpdesk.";

    /** A value for each key that is not its default. */
    private static final String OTHER_VALUES = """
            http.bind: 127.0.0.2
            http.port: 0
            http.publicUrl: https://help.example.org
            http.hosts: [other.example.org]
            http.trustedProxies: [10.0.0.0/8]
            http.tls.certificateFile: README.md
            http.tls.keyFile: README.md
            http.bodyLimit: 17KiB
            http.requestLineLimit: 5KiB
            http.headerLimit: 9KiB
            http.idle: 46s
            http.backlog: 1025
            http.shutdown: 31s
            management.bind: 127.0.0.2
            management.port: 0
            data.dir: /data
            stream.flush: 101ms
            stream.heartbeat: 14s
            stream.maxAgeLow: 7m
            stream.maxAgeHigh: 13m
            stream.drainTimeout: 11s
            stream.limit: 17999
            limits.joinsPerMinute: 121
            limits.addresses: 100001
            access.session: 11h
            access.idle: 31m
            access.invitation: 25h
            privacy.operatorNames: 364d
            privacy.callerTexts: 31d
            call.origin: https://call.example.org
            call.direct.stun: [stun:stun.example.org]
            call.direct.turn.urls: [turn:two.example]
            call.direct.turn.secret: 0123456789abcdef
            call.direct.turn.secretFile: pom.xml
            call.direct.turn.ttl: 3h
            call.zoom.account: another
            call.zoom.client: another
            call.zoom.clientSecret: 0123456789abcdef
            call.zoom.clientSecretFile: pom.xml
            call.zoom.webhookSecret: 0123456789abcdef
            call.zoom.webhookSecretFile: pom.xml
            call.zoom.oldWebhookSecret: 0123456789abcdef
            call.zoom.oldWebhookSecretFile: pom.xml
            call.zoom.flowSecret: 0123456789abcdef
            call.zoom.flowSecretFile: pom.xml
            call.zoom.oauthUrl: http://localhost:1/oauth
            call.zoom.apiUrl: https://api.example.org
            call.zoom.sdk: https://sdk.example.org/video-client.js
            call.zoom.poll: 14s
            call.zoom.unknownAfter: 46s
            call.zoom.answeredBy: browser
            desks.helpdesk.name: {ja: 窓, en: Window}
            desks.helpdesk.languages: [en, ja]
            desks.helpdesk.zone: Europe/Paris
            desks.helpdesk.topics: {x: {ja: 窓, en: Window}}
            desks.helpdesk.notes: []
            desks.helpdesk.mailForm: "https://www.example.org/{reference}"
            desks.helpdesk.sites: ["https://www.example.org"]
            desks.helpdesk.hours: {mon: "08:25-18:30"}
            desks.helpdesk.holidays: JP
            desks.helpdesk.closures: [12-31]
            desks.helpdesk.openings: [{date: 2024-11-04, hours: "08:25-18:30"}]
            desks.helpdesk.provider: zoom
            desks.helpdesk.zoom.environment: eu01
            desks.helpdesk.zoom.entries: {ja: three, en: four}
            desks.helpdesk.zoom.queues: another
            desks.helpdesk.zoom.variable: window.number
            desks.helpdesk.zoom.variableName: global_custom.window.number
            desks.helpdesk.zoom.loadWithin: 21s
            desks.helpdesk.zoom.answerWithin: 4m
            desks.helpdesk.zoom.rejoin: 3m
            desks.helpdesk.zoom.outcome: follow-up
            desks.helpdesk.zoom.dispositions: {"Sent on": referred}
            desks.helpdesk.capacity: 201
            desks.helpdesk.calling: manual
            desks.helpdesk.joinWindow: 61s
            desks.helpdesk.joinWarning: 21s
            desks.helpdesk.extensions: 11
            desks.helpdesk.backPlaces: 4
            desks.helpdesk.ring: 21s
            desks.helpdesk.parkAfter: 31s
            desks.helpdesk.abandonAfter: 11m
            desks.helpdesk.operatorLease: 3m
            desks.helpdesk.stepAway: 6m
            desks.helpdesk.wrapUp: 31s
            desks.helpdesk.outcomeWithin: 3m
            desks.helpdesk.grace: 31m
            desks.helpdesk.meanCall: 9m
            desks.helpdesk.meanPatience: 11m
            desks.helpdesk.answeredWithin: 6m
            """;

    private static final Map<String, String> OTHER = OTHER_VALUES
            .lines()
            .collect(Collectors.toMap(line -> line.split(": ", 2)[0], line -> line.split(": ", 2)[1]));

    /** Where a key and its component have different names. */
    private static final Map<String, String> COMPONENTS = Map.of(
            "hours", "weekly",
            "secretFile", "secret",
            "clientSecretFile", "clientSecret",
            "webhookSecretFile", "webhookSecret",
            "oldWebhookSecretFile", "oldWebhookSecret",
            "flowSecretFile", "flowSecret");

    @Test
    void everyKey_hasACommentAndAnotherValueHere() {
        Set<String> commented = KeyTable.rows().stream().map(KeyTable.Row::key).collect(Collectors.toSet());
        Set<String> shipped =
                new TreeSet<>(Environment.keysByName(SettingsFile.shipped()).values());
        SettingsFile.shipped().at("/desks/helpdesk").fieldNames().forEachRemaining(key -> shipped.add(DESK + key));
        SettingsFile.shipped()
                .at("/desks/helpdesk/zoom")
                .fieldNames()
                .forEachRemaining(key -> shipped.add(DESK + "zoom." + key));
        shipped.addAll(List.of(
                "desks",
                "call.zoom",
                "http.hosts",
                "http.trustedProxies",
                "call.direct.stun",
                "call.direct.turn.urls"));
        assertThat(commented).isEqualTo(shipped);
        assertThat(OTHER.keySet()).isEqualTo(without(shipped, "desks", "call.zoom", DESK + "zoom"));
    }

    @Test
    void everyKeyIsMapped() {
        OTHER.forEach((key, value) ->
                assertThat(changedBy(key, value)).as("%s: %s", key, value).containsExactly(component(key)));
    }

    @Test
    void everyEnvironmentName_isOneKeys() {
        Collection<String> keys = Environment.keysByName(SettingsFile.shipped()).values();
        assertThat(keys)
                .doesNotHaveDuplicates()
                .contains("http.port", "data.dir")
                .noneMatch(key -> key.startsWith("desks"));
        assertThat(Environment.name("http.publicUrl")).isEqualTo("MADOGUCHI_HTTP_PUBLICURL");
    }

    @Test
    void readme_hasTheTableOfKeys() throws IOException {
        String readme = Files.readString(KeyTable.README);
        assertThat(readme)
                .as("mvn -q test-compile exec:java -Dexec.classpathScope=test -Dmain.class=madoguchi.settings.KeyTable")
                .isEqualTo(KeyTable.withTable(readme));
    }

    private static Set<String> changedBy(String key, String value) {
        Map<String, Object> before = leaves(read(base()));
        Map<String, Object> after = leaves(read(with(base(), key, value)));
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return names;
    }

    /** {@code http.port}; within a desk the groups of the record are left out, because the file has none. */
    private static String component(String key) {
        String name = key.substring(key.lastIndexOf('.') + 1);
        String path = key.startsWith(DESK) ? "desk." : key.substring(0, key.length() - name.length());
        return path + COMPONENTS.getOrDefault(name, name);
    }

    private static Map<String, Object> leaves(Settings settings) {
        Map<String, Object> leaves = new TreeMap<>();
        collect("", settings, leaves);
        return leaves;
    }

    private static void collect(String path, Record record, Map<String, Object> leaves) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            if (component.getName().equals("desks")) {
                collect("desk.", ((DeskSettings) ((List<?>) value).get(0)), leaves);
            } else if (value instanceof Record inner) {
                collect(path.equals("desk.") ? path : path + component.getName() + ".", inner, leaves);
            } else {
                leaves.put(path + component.getName(), value instanceof Secret secret ? secret.reveal() : value);
            }
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.getName(), e);
        }
    }

    /** The shipped file with the pairs that only go together. */
    private static ObjectNode base() {
        ObjectNode tree = SettingsFile.shipped();
        with(tree, "http.tls.certificateFile", "pom.xml");
        with(tree, "http.tls.keyFile", "pom.xml");
        with(tree, "call.direct.turn.urls", "[turn:one.example]");
        with(tree, "call.zoom.account", "one");
        with(tree, "call.zoom.client", "one");
        for (String secret : List.of("clientSecret", "webhookSecret", "oldWebhookSecret", "flowSecret")) {
            with(tree, "call.zoom." + secret + "File", "LICENSE");
        }
        with(tree, "desks.helpdesk.zoom.entries", "one");
        with(tree, "desks.helpdesk.zoom.queues", "one");
        return with(tree, "call.direct.turn.secretFile", "LICENSE");
    }

    private static Settings read(ObjectNode tree) {
        return SettingsReader.read(tree, Map.of());
    }

    private static ObjectNode with(ObjectNode tree, String key, String yaml) {
        if (key.toLowerCase(Locale.ROOT).endsWith("secret")) {
            with(tree, key + "File", "");
        }
        int last = key.lastIndexOf('.');
        ObjectNode parent = (ObjectNode) tree.at("/" + key.substring(0, last).replace('.', '/'));
        String name = key.substring(last + 1);
        parent.set(name, SettingsFile.tree(name + ": " + yaml, "test").get(name));
        return tree;
    }

    private static Set<String> without(Set<String> all, String... some) {
        Set<String> rest = new TreeSet<>(all);
        List.of(some).forEach(rest::remove);
        return rest;
    }
}
