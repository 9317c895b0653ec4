package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags, compressed twins and the headers that every answer carries. */
class CachingTest {

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer();

    private String tag(String path) {
        return header(path, "ETag");
    }

    private String header(String path, String name) {
        return server.caller().get(path).response().headers().firstValue(name).orElse("");
    }

    private int statusWith(String path, String ifNoneMatch) {
        return server.caller().with("If-None-Match", ifNoneMatch).get(path).status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/desks/helpdesk", "/widget.js", "/", "/room/helpdesk", "/console/"})
    void answer_whoseTagIsKnown_isNotSentAgain(String path) {
        String tag = tag(path);
        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(statusWith(path, tag)).isEqualTo(304);
        assertThat(statusWith(path, "W/" + tag)).isEqualTo(304);
        assertThat(statusWith(path, "\"other\", " + tag)).isEqualTo(304);
        assertThat(statusWith(path, "*")).isEqualTo(304);
        assertThat(statusWith(path, "\"other\"")).isEqualTo(200);
    }

    @Test
    void desk_afterAChange_hasAnotherTag() {
        String before = tag("/api/v1/desks/helpdesk");
        server.caller().join("helpdesk");
        assertThat(tag("/api/v1/desks/helpdesk")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"gzip, true", "'br, gzip;q=0.5', true", "gzip;q=0, false", "identity, false", "br, false"})
    void asset_whereGzipIsAccepted_isCompressed(String accepted, boolean compressed) {
        HttpHeaders headers = server.caller()
                .with("Accept-Encoding", accepted)
                .get("/widget.js")
                .response()
                .headers();
        assertThat(headers.firstValue("Content-Encoding").isPresent()).isEqualTo(compressed);
        assertThat(headers.firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(headers.firstValue("ETag").orElse("").endsWith("-gz\"")).isEqualTo(compressed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/widget.js", "/room/helpdesk", "/api/v1/desks/helpdesk", "/api/v1/ticket", "/nowhere"})
    void answer_ofAnyKind_carriesTheSecurityHeaders(String path) {
        assertThat(header(path, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(path, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(path, "Content-Security-Policy")).startsWith("default-src 'none';");
        assertThat(header(path, "Cross-Origin-Resource-Policy")).isNotEmpty();
        assertThat(header(path, "Strict-Transport-Security")).isEmpty();
    }

    @Test
    void page_withScripts_allowsOurOwnAlone() {
        assertThat(header("/room/helpdesk", "Content-Security-Policy"))
                .contains("script-src 'self';")
                .doesNotContain("unsafe");
    }

    @Test
    void ticket_isNeverStored() {
        Caller caller = server.caller();
        caller.join("helpdesk");
        assertThat(caller.get("/api/v1/ticket").response().headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }
}
