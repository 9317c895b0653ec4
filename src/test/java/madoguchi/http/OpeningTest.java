package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import madoguchi.MadoguchiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a closed desk opens, as it is told. */
class OpeningTest {

    private static final String DESK = """
            desks:
              helpdesk:
                name: {ja: 相談窓口, en: Help desk}
                zone: Asia/Tokyo
                hours: {%s: "08:25-18:30"}
            """;

    private final LocalDate day = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(2);

    @RegisterExtension
    final MadoguchiServer server = new MadoguchiServer()
            .withFile(DESK.formatted(day.getDayOfWeek()
                    .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                    .toLowerCase(Locale.ROOT)));

    @Test
    void opening_isToldToTheSecond_inTheDesksOwnOffset() {
        String opens = server.caller().get("/api/v1/desks/helpdesk").json().getString("opens");

        assertThat(opens).isEqualTo(day + "T08:25:00+09:00");
    }
}
