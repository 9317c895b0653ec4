package madoguchi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;

/** The streams open just now, by the server's own gauge. */
final class OpenStreams {

    private static final Pattern GAUGE = Pattern.compile("^madoguchi_streams (\\d+)", Pattern.MULTILINE);

    private OpenStreams() {}

    /** Asks until the gauge shows so many. */
    static void become(MadoguchiServer server, int expected) {
        Caller operations = new Caller(server.managementUrl());
        Instant deadline = Instant.now().plusSeconds(60);
        int seen = now(operations);
        while (seen != expected && Instant.now().isBefore(deadline)) {
            seen = now(operations);
        }
        assertThat(seen).isEqualTo(expected);
    }

    private static int now(Caller operations) {
        Matcher gauge = GAUGE.matcher(operations.get("/metrics").response().body());
        return gauge.find() ? Integer.parseInt(gauge.group(1)) : -1;
    }
}
