package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import madoguchi.desk.OpeningHours;
import madoguchi.settings.DeskSettings;
import madoguchi.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped example of a real desk's calendar, from the file to the hours that the desk lives by. */
class ReferenceDeskTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final DeskSettings desk =
            Settings.load(Path.of("conf/reference-desk.yaml"), Map.of()).desks().get(0);
    private final OpeningHours hours = OpeningHoursOf.settings(desk.hours());

    private static Instant tokyo(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-11-24T08:24:59, false
                    2026-11-24T08:25:00, true
                    2026-11-24T18:29:59, true
                    2026-11-24T18:30:00, false
                    2026-11-21T12:00:00, false
                    2026-11-23T12:00:00, false
                    2026-12-28T12:00:00, true
                    2026-12-29T12:00:00, false
                    2027-01-01T12:00:00, false
                    2027-01-04T12:00:00, true
                    """)
    void desk_isOpen_asItsCalendarSays(String local, boolean open) {
        assertThat(hours.closes(tokyo(local)).isPresent()).isEqualTo(open);
    }

    @Test
    void closes_atHalfPastSix() {
        assertThat(hours.closes(tokyo("2026-11-24T12:00:00"))).contains(tokyo("2026-11-24T18:30:00"));
    }

    @Test
    void opens_afterTheTurnOfTheYear_onTheFirstWorkday() {
        assertThat(hours.opens(tokyo("2026-12-28T19:00:00"))).contains(tokyo("2027-01-04T08:25:00"));
    }

    @Test
    void holidaysWithTeaching_areServed() {
        desk.hours()
                .openings()
                .keySet()
                .forEach(date -> assertThat(hours.closes(tokyo(date + "T12:00:00")))
                        .as(date.toString())
                        .isPresent());
    }
}
