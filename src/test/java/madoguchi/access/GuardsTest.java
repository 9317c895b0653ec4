package madoguchi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before a request: the cookie, its origin, the host it asks for. */
class GuardsTest {

    private static final URI PUBLIC = URI.create("https://help.example.org");

    private final SessionCookie cookie = new SessionCookie(PUBLIC);
    private final SameOrigin sameOrigin = new SameOrigin(PUBLIC);

    @Test
    void cookie_isForOurHostAloneAndSecure() {
        assertThat(cookie.set("a.b.c", Duration.ofHours(12)))
                .isEqualTo("__Host-madoguchi=a.b.c; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure");
        assertThat(cookie.clear()).isEqualTo("__Host-madoguchi=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, madoguchi",
        "http://127.0.0.1:8080, madoguchi",
        "https://localhost:8443, __Host-madoguchi",
        "http://localhost.example.org, __Host-madoguchi"
    })
    void cookie_hasThePlainNameOnlyOnPlainLocalhost(URI publicUrl, String name) {
        SessionCookie there = new SessionCookie(publicUrl);
        assertThat(there.name()).isEqualTo(name);
        assertThat(there.set("t", Duration.ZERO).contains("Secure")).isEqualTo(name.startsWith("__Host-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"__Host-madoguchi=a.b-_.c", "x=1; __Host-madoguchi=a.b-_.c; y", " __Host-madoguchi=a.b-_.c "})
    void cookie_isFoundAmongOthers(String header) {
        assertThat(cookie.read(List.of("other=1", header))).contains("a.b-_.c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "madoguchi=a.b.c",
                "__Host-madoguchi",
                "__Host-madoguchi=",
                "__host-madoguchi=a.b.c",
                "__Host-madoguchi =a.b.c",
                "__Host-madoguchi=\"a.b.c\"",
                "__Host-madoguchi=a b",
                "__Host-madoguchi=a; __Host-madoguchi=b"
            })
    void cookie_ofAnotherForm_isNone(String header) {
        assertThat(cookie.read(List.of(header))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET,    -,                            -,           -,                               -, true",
                "HEAD,   https://evil.example,         cross-site,  -,                               -, true",
                "POST,   https://help.example.org,     same-origin, application/json,                9, true",
                "POST,   https://help.example.org,     -,           application/json; charset=utf-8, 9, true",
                "DELETE, https://help.example.org,     same-origin, -,                               -, true",
                "POST,   https://help.example.org,     same-origin, -,                               0, true",
                "POST,   -,                            same-origin, application/json,                9, false",
                "POST,   null,                         same-origin, application/json,                9, false",
                "POST,   https://evil.example,         same-origin, application/json,                9, false",
                "POST,   http://help.example.org,      same-origin, application/json,                9, false",
                "POST,   https://help.example.org:444, same-origin, application/json,                9, false",
                "POST,   https://help.example.org,     same-site,   application/json,                9, false",
                "POST,   https://help.example.org,     none,        application/json,                9, false",
                "POST,   https://help.example.org,     same-origin, text/plain,                      9, false",
                "POST,   https://help.example.org,     same-origin, application/jsonx,               9, false",
                "POST,   https://help.example.org,     same-origin, text/plain,                      0, false",
                "PUT,    https://help.example.org,     same-origin, -,                               9, false",
                "OPTIONS, -,                           -,           -,                               -, false"
            })
    void sameOrigin_allowsOurOwnPagesAlone(
            String method, String origin, String site, String type, String length, boolean allowed) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        add(headers, "Origin", origin);
        add(headers, "Sec-Fetch-Site", site);
        add(headers, "Content-Type", type);
        add(headers, "Content-Length", length);
        assertThat(sameOrigin.allows(HttpMethod.valueOf(method), headers)).isEqualTo(allowed);
    }

    @Test
    void sameOrigin_twoOfAHeader_isRefused() {
        for (String name : List.of("Origin", "Sec-Fetch-Site", "Content-Type")) {
            MultiMap headers = MultiMap.caseInsensitiveMultiMap();
            headers.add("Origin", PUBLIC.toString())
                    .add("Sec-Fetch-Site", "same-origin")
                    .add("Content-Type", "application/json");
            assertThat(sameOrigin.allows(HttpMethod.POST, headers)).isTrue();
            headers.add(name, headers.get(name));
            assertThat(sameOrigin.allows(HttpMethod.POST, headers)).as(name).isFalse();
        }
    }

    @Test
    void sameOrigin_chunkedBodyWithoutType_isRefused() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("Origin", PUBLIC.toString())
                .add("Transfer-Encoding", "chunked");
        assertThat(sameOrigin.allows(HttpMethod.POST, headers)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "help.example.org, true",
                "HELP.example.org, true",
                "help.example.org:443, true",
                "other.example.org, true",
                "localhost:8080, true",
                "127.0.0.1:8080, true",
                "[::1]:8080, true",
                "-, false",
                "'', false",
                "help.example.org|help.example.org, false",
                "help.example.org:80, false",
                "help.example.org:8443, false",
                "help.example.org., false",
                "evil.example, false",
                "localhost, false",
                "localhost:9090, false",
                "a/b@c, false",
                "help.example.org/, false",
                "user@help.example.org, false",
                "'help.example.org ', false",
                "help.example.org:, false"
            })
    void hosts_allowOurNamesAlone(String headers, boolean allowed) {
        Hosts hosts = Hosts.of(PUBLIC, List.of("other.example.org")).andLoopback(8080);
        List<String> all = headers == null ? List.of() : Arrays.asList(headers.split("\\|", -1));
        assertThat(hosts.allow(all)).isEqualTo(allowed);
    }

    @Test
    void hosts_loopbackIsAllowedOnlyWhereTold() {
        assertThat(Hosts.of(PUBLIC, List.of()).allow(List.of("localhost:8080"))).isFalse();
        assertThat(Hosts.of(URI.create("http://localhost:8080"), List.of()).allow(List.of("localhost:8080")))
                .isTrue();
    }

    private static void add(MultiMap headers, String name, String value) {
        if (value != null) {
            headers.add(name, value);
        }
    }
}
