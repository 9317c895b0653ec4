package madoguchi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import madoguchi.desk.Holidays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {

    /** As the Cabinet Office publishes them; substitute and citizens' holidays included. */
    private static final Map<Integer, String> JAPAN = Map.of(
            2024,
            "01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23",
            2025,
            "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24",
            2026,
            "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
            2027,
            "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23");

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027})
    void japan_hasItsSubstituteAndCitizensHolidays(int year) {
        Holidays holidays = PublicHolidays.of("JP");
        List<String> found = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(holidays::isHoliday)
                .map(date -> date.toString().substring(5))
                .toList();
        assertThat(String.join(" ", found)).isEqualTo(JAPAN.get(year));
    }

    @Test
    void germany_comesFromTheLibrary() {
        Holidays holidays = PublicHolidays.of("DE");
        assertThat(holidays.isHoliday(LocalDate.of(2026, 10, 3))).isTrue();
        assertThat(holidays.isHoliday(LocalDate.of(2026, 4, 6)))
                .as("Easter Monday")
                .isTrue();
        assertThat(holidays.isHoliday(LocalDate.of(2026, 10, 4))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "nyse", ""})
    void unknownCountry_isRefused(String country) {
        assertThatThrownBy(() -> PublicHolidays.of(country))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("holidays: " + country + " (expected: ");
    }
}
