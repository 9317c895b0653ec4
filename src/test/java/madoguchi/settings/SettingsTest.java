package madoguchi.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import madoguchi.settings.Hours.Closure;
import madoguchi.settings.Hours.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String A_DESK = "desks: {one: {name: {ja: 一, en: One}}}";

    @TempDir
    private Path folder;

    @Test
    void defaults_describeTheDemo() {
        Settings settings = Settings.defaults();
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.http().publicUrl()).isNull();
        assertThat(settings.http().bodyLimit()).isEqualTo(16384);
        assertThat(settings.data().dir()).isEqualTo(Path.of("./data"));
        assertThat(settings.stream().flush()).isEqualTo(Duration.ofMillis(100));
        DeskSettings demo = settings.desks().get(0);
        assertThat(settings.desks()).hasSize(1);
        assertThat(demo.id()).isEqualTo("helpdesk");
        assertThat(demo.languages()).containsExactly("ja", "en");
        assertThat(demo.topics()).extracting(DeskSettings.Topic::id).containsExactly("network", "account", "other");
        assertThat(demo.hours().always()).isTrue();
        assertThat(demo.provider()).isEqualTo(DeskSettings.Provider.DIRECT);
    }

    @Test
    void load_shippedFileAsGiven_changesNothing() {
        assertThat(Settings.load(Path.of("conf/madoguchi.yaml"), Map.of())).isEqualTo(Settings.defaults());
    }

    @Test
    void load_referenceDesk_hasItsCalendar() {
        DeskSettings desk = Settings.load(Path.of("conf/reference-desk.yaml"), Map.of())
                .desks()
                .get(0);
        List<Period> day = List.of(new Period(LocalTime.of(8, 25), LocalTime.of(18, 30)));
        Hours hours = desk.hours();
        assertThat(hours.zone().getId()).isEqualTo("Asia/Tokyo");
        assertThat(hours.weekly())
                .hasSize(5)
                .containsEntry(DayOfWeek.MONDAY, day)
                .containsEntry(DayOfWeek.FRIDAY, day);
        assertThat(hours.holidays()).isEqualTo("JP");
        assertThat(hours.closures()).containsExactly(new Closure.Yearly(MonthDay.of(12, 29), MonthDay.of(1, 2)));
        assertThat(hours.openings()).isEqualTo(Map.of(LocalDate.of(2024, 11, 4), day));
        assertThat(hours.always()).isFalse();
        assertThat(desk.mailForm().get("ja")).contains("{reference}");
    }

    @Test
    void load_emptyFile_isTheDefaults() {
        assertThat(read("")).isEqualTo(Settings.defaults());
        assertThat(read("# nothing\nhttp:\n")).isEqualTo(Settings.defaults());
    }

    @Test
    void load_ownDesks_replaceTheDemoAndInheritItsRulesButNotItsTexts() {
        Settings settings = read(A_DESK);
        DeskSettings own = settings.desks().get(0);
        DeskSettings demo = Settings.defaults().desks().get(0);
        assertThat(settings.desks()).hasSize(1);
        assertThat(own.name()).isEqualTo(Map.of("ja", "一", "en", "One"));
        assertThat(own.topics()).isEmpty();
        assertThat(own.notes()).isEmpty();
        assertThat(own.line()).isEqualTo(demo.line());
        assertThat(own.hours()).isEqualTo(demo.hours());
    }

    @Test
    void load_environment_beatsTheFile() {
        Settings settings = read(
                "http: {port: 1, idle: 1m}",
                Map.of(
                        "MADOGUCHI_HTTP_PORT", "0",
                        "MADOGUCHI_HTTP_PUBLICURL", "https://help.example.org",
                        "MADOGUCHI_DATA_DIR", "/srv/data",
                        "MADOGUCHI_MANAGEMENT_PORT", "",
                        "PATH", "/bin"));
        assertThat(settings.http().port()).isZero();
        assertThat(settings.http().idle()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.http().publicUrl()).isEqualTo(URI.create("https://help.example.org"));
        assertThat(settings.data().dir()).isEqualTo(Path.of("/srv/data"));
        assertThat(settings.management().port()).isEqualTo(8081);
    }

    @Test
    void load_unknownEnvironmentNames_areRefusedWithoutTheirValues() {
        assertThat(problems("", Map.of("MADOGUCHI_HTP_PORT", "hunter2", "MADOGUCHI_HTTP_HOSTS", "a,b")))
                .hasSize(2)
                .allMatch(problem -> problem.contains(": unknown name (expected: "))
                .noneMatch(problem -> problem.contains("hunter2"));
        assertThat(problems("", Map.of("MADOGUCHI_DESKS_HELPDESK_RING", "1s"))).hasSize(1);
    }

    @Test
    void load_manyMistakes_areAllToldAtOnce() {
        String yaml = """
                http: {port: 70000, bind: 0.0.0.0, prot: 1, idle: soon, trustedProxies: [10.0.0.0/33]}
                stream: {maxAgeLow: 9m, maxAgeHigh: 8m}
                call: {direct: {turn: {secret: short}}}
                desks:
                  UPPER: {name: {ja: あ, en: a, fr: b}, ring: 20, closures: [13-01], hours: {mon: "9:00-10:00", bad: "x"}}
                  two: {languages: [ja], mailForm: "javascript:alert(1)", sites: ["https://a.example/"]}
                """;
        assertThat(problems(yaml, Map.of("MADOGUCHI_MANAGEMENT_PORT", "x")))
                .containsExactlyInAnyOrder(
                        "http.prot: unknown key (expected: bind, port, publicUrl, hosts, trustedProxies, tls, bodyLimit,"
                                + " requestLineLimit, headerLimit, idle, backlog, shutdown)",
                        "http.port: 70000 (expected: a whole number, 0 to 65535)",
                        "http.publicUrl:  (expected: the address people use, since http.bind is 0.0.0.0)",
                        "http.trustedProxies[0]: 10.0.0.0/33 (expected: an address or a network such as 10.0.0.0/8 or"
                                + " 2001:db8::/32)",
                        "http.idle: soon (expected: a duration such as 100ms, 15s, 8m, 12h; 100ms to 1h)",
                        "stream.maxAgeHigh: 8m (expected: at least stream.maxAgeLow, 9m)",
                        "MADOGUCHI_MANAGEMENT_PORT: x (expected: a whole number, 0 to 65535)",
                        "call.direct.turn.secret: [REDACTED] (expected: at least 16 characters)",
                        "desks.UPPER: UPPER (expected: [a-z0-9], 1 to 40 characters)",
                        "desks.UPPER.name.fr: unknown key (expected: the desk's languages, [ja, en])",
                        "desks.UPPER.ring: 20 (expected: a duration such as 100ms, 15s, 8m, 12h; 50ms to 10m)",
                        "desks.UPPER.closures[0]: 13-01 (expected: a date or days such as 12-31, 12-29..01-02,"
                                + " 2026-08-10..2026-08-14)",
                        "desks.UPPER.hours.mon: 9:00-10:00 (expected: periods in order such as \"08:25-12:00,"
                                + " 13:00-18:30\"; the end of the day is 24:00)",
                        "desks.UPPER.hours.bad: unknown key (expected: mon, tue, wed, thu, fri, sat, sun)",
                        "desks.two.name.ja:  (expected: a text, 1 to 500 characters)",
                        "desks.two.mailForm: javascript:alert(1) (expected: an http(s) URL, {reference} in it where the"
                                + " ticket's reference goes)",
                        "desks.two.sites[0]: https://a.example/ (expected: an origin such as https://www.example.org)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http: 5                                         | http: no mapping
                    http: {hosts: help.example.org}                 | http.hosts: "help.example.org"
                    http: {port: [1]}                               | http.port: [1]
                    http: {publicUrl: http://help.example.org}      | http.publicUrl: http://help.example.org
                    http: {publicUrl: https://help.example.org/x}   | http.publicUrl: https://help.example.org/x
                    http: {tls: {certificateFile: /none.pem}}       | http.tls.keyFile:
                    http: {idle: 30s}                               | http.idle: 30s
                    access: {idle: 13h}                             | access.idle: 13h
                    call: {direct: {turn: {urls: ["turn:t:1"]}}}    | call.direct.turn.secret:
                    desks: {}                                       | desks: {}
                    desks: {a: {name: {ja: x, en: y}, parkAfter: 11m}}                | desks.a.abandonAfter: 10m
                    desks: {a: {name: {ja: x, en: y}, joinWindow: 20s}}               | desks.a.joinWarning: 20s
                    desks: {a: {name: {ja: x}, languages: [ja], provider: phone}}     | desks.a.provider: phone
                    desks: {a: {name: {ja: x}, languages: [ja], zoom: {variable: ticket}}}        | desks.a.zoom.variable: ticket
                    desks: {a: {name: {ja: x}, languages: [ja], zoom: {dispositions: {Done: ok}}}} | desks.a.zoom.dispositions.Done: ok
                    call: {zoom: {apiUrl: "http://api.example.org"}} | call.zoom.apiUrl: http://api.example.org
                    call: {zoom: {poll: 30s}}                       | call.zoom.unknownAfter: 45s
                    desks: {a: {name: {ja: x}, languages: [ja], holidays: XX}}        | desks.a.holidays: XX
                    desks: {a: {name: {ja: x}, languages: [ja], zone: Nowhere/City}}  | desks.a.zone: Nowhere/City
                    desks: {a: {name: {ja: x}, languages: [ja], hours: never}}        | desks.a.hours: never
                    desks: {a: {name: {ja: x}, languages: [ja], openings: [{date: 2024-11-04}]}} | desks.a.openings[0].hours:
                    desks: {a: {name: {ja: x}, languages: [ja], closures: ["2026-08-14..2026-08-10"]}} | desks.a.closures[0]: 2026-08-14..2026-08-10
                    desks: {a: {name: {ja: x}, languages: [ja], hours: {mon: "10:00-12:00, 11:00-13:00"}}} | desks.a.hours.mon: 10:00-12:00, 11:00-13:00
                    desks: {a: {name: {ja: x}, languages: [ja], topics: {Q!: {ja: x}}}} | desks.a.topics.Q!: Q!
                    desks: {a: {name: {}, languages: []}}           | desks.a.languages: []
                    """)
    void load_aMistake_namesItsKeyAndValue(String yaml, String start) {
        assertThat(problems(yaml, Map.of()))
                .singleElement()
                .asString()
                .startsWith(start)
                .contains(" (expected: ");
    }

    @Test
    void load_aZoomDeskWithoutItsAccount_tellsAllThatIsMissing() {
        assertThat(problems("desks: {a: {name: {ja: x}, languages: [ja], provider: zoom}}", Map.of()))
                .extracting(problem -> problem.replaceFirst(":.*", ""))
                .containsExactlyInAnyOrder(
                        "desks.a.zoom.entries",
                        "desks.a.zoom.queues",
                        "call.zoom.account",
                        "call.zoom.client",
                        "call.zoom.clientSecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- 1", "a: [", "http: {port: 1}\nhttp: {port: 2}", "text", "a: 1\n---\nb: 2"})
    void load_notAMapping_isRefusedWithoutQuotingTheFile(String yaml) {
        assertThat(problems(yaml, Map.of())).singleElement().asString().contains(" (expected: ");
    }

    @Test
    void load_missingFile_isRefused() {
        assertThatThrownBy(() -> Settings.load(folder.resolve("none.yaml"), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("none.yaml (expected: a readable file");
    }

    @Test
    void load_yamlError_doesNotPrintTheSecretNearIt() {
        assertThat(problems("call: {direct: {turn: {secret: 'hunter2hunter2hunter2", Map.of()))
                .noneMatch(problem -> problem.contains("hunter2"));
    }

    @Test
    void secret_isReadFromItsFileAndNeverPrinted() throws IOException {
        Path file = Files.writeString(folder.resolve("turn"), "0123456789abcdef\n");
        Settings settings = read(
                "call: {direct: {turn: {urls: ['turn:t.example:3478'], ttl: 30m}}}",
                Map.of("MADOGUCHI_CALL_DIRECT_TURN_SECRETFILE", file.toString()));
        Secret secret = Objects.requireNonNull(settings.call().direct().turn().secret());
        assertThat(secret.reveal()).isEqualTo("0123456789abcdef");
        assertThat(settings.toString()).contains("[REDACTED]").doesNotContain("0123456789abcdef");
    }

    @Test
    void secret_fromAFileThatIsMissingOrTooShort_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("short"), "tooshort");
        for (Path wrong : List.of(file, folder.resolve("none"), folder)) {
            assertThat(problems(
                            "call: {direct: {turn: {urls: ['turn:t.example:3478'], secretFile: '" + wrong + "'}}}",
                            Map.of()))
                    .containsExactly("call.direct.turn.secretFile: " + wrong
                            + " (expected: a readable file with at least 16 characters)");
        }
    }

    @Test
    void secret_givenTwice_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("turn"), "0123456789abcdef");
        String turn = "{urls: ['turn:t:1'], secret: 0123456789abcdefg, secretFile: '" + file + "'}";
        assertThat(problems("call: {direct: {turn: " + turn + "}}", Map.of()))
                .singleElement()
                .asString()
                .startsWith("call.direct.turn.secretFile:");
    }

    @ParameterizedTest
    @CsvSource({"100ms,PT0.1S", "15s,PT15S", "8m,PT8M", "12h,PT12H", "2d,PT48H"})
    void duration_inEachUnit(String text, Duration duration) {
        assertThat(Forms.duration("0ms", "3d").parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "15 s", "-1s", "1.5s", "1w", "s", "", "4d", "9999999999s"})
    void duration_ofAnotherForm_isRefused(String text) {
        assertThat(Forms.duration("0ms", "3d").parse(text)).isEmpty();
    }

    @Test
    void hours_mayTouchMidnightAndHaveBreaks() {
        Hours hours = read("desks: {a: {name: {ja: x}, languages: [ja], hours: {mon: '00:00-01:00, 22:00-24:00'}}}")
                .desks()
                .get(0)
                .hours();
        assertThat(hours.weekly().get(DayOfWeek.MONDAY))
                .containsExactly(
                        new Period(LocalTime.MIDNIGHT, LocalTime.of(1, 0)),
                        new Period(LocalTime.of(22, 0), LocalTime.MIDNIGHT));
    }

    private static Settings read(String yaml) {
        return read(yaml, Map.of());
    }

    private static Settings read(String yaml, Map<String, String> environment) {
        return SettingsReader.read(SettingsFile.tree(yaml, "test.yaml"), environment);
    }

    private static List<String> problems(String yaml, Map<String, String> environment) {
        return catchThrowableOfType(SettingsException.class, () -> read(yaml, environment))
                .problems();
    }
}
