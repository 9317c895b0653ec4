package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import madoguchi.calendar.PublicHolidays;
import org.junit.jupiter.api.Test;

class WeeklyHoursTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<WeeklyHours.Period> OFFICE = periods("08:25", "18:30");
    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** The reference desk. */
    private final OpeningHours reference = new WeeklyHours(
            TOKYO,
            week(WORKING_DAYS, OFFICE),
            PublicHolidays.of("JP"),
            List.of(Closure.yearly(MonthDay.of(12, 29), MonthDay.of(1, 2))),
            Map.of(LocalDate.of(2024, 11, 4), OFFICE));

    private static List<WeeklyHours.Period> periods(String from, String to) {
        return List.of(new WeeklyHours.Period(LocalTime.parse(from), LocalTime.parse(to)));
    }

    private static Map<DayOfWeek, List<WeeklyHours.Period>> week(
            Set<DayOfWeek> days, List<WeeklyHours.Period> periods) {
        return days.stream().collect(Collectors.toMap(Function.identity(), day -> periods));
    }

    private static Instant tokyo(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    private static OpeningHours plain(ZoneId zone, Map<DayOfWeek, List<WeeklyHours.Period>> week) {
        return new WeeklyHours(zone, week, Holidays.NONE, List.of(), Map.of());
    }

    @Test
    void workingDay_opensAndCloses() {
        assertThat(reference.closes(tokyo("2026-11-24T08:24:59"))).isEmpty();
        assertThat(reference.opens(tokyo("2026-11-24T08:24:59"))).contains(tokyo("2026-11-24T08:25"));
        assertThat(reference.closes(tokyo("2026-11-24T08:25"))).contains(tokyo("2026-11-24T18:30"));
        assertThat(reference.closes(tokyo("2026-11-24T18:30"))).isEmpty();
        assertThat(reference.opens(tokyo("2026-11-24T12:00"))).contains(tokyo("2026-11-25T08:25"));
    }

    @Test
    void weekendAndHoliday_areSkipped() {
        assertThat(reference.opens(tokyo("2026-11-20T18:30"))).contains(tokyo("2026-11-24T08:25"));
        assertThat(reference.closes(tokyo("2024-05-06T12:00")))
                .as("substitute holiday")
                .isEmpty();
        assertThat(reference.closes(tokyo("2026-09-22T12:00")))
                .as("citizens' holiday")
                .isEmpty();
    }

    @Test
    void turnOfTheYear_isClosed() {
        assertThat(reference.closes(tokyo("2026-12-28T12:00"))).isPresent();
        assertThat(reference.closes(tokyo("2026-12-29T12:00"))).isEmpty();
        assertThat(reference.opens(tokyo("2026-12-28T18:30"))).contains(tokyo("2027-01-04T08:25"));
        assertThat(reference.opens(tokyo("2024-12-27T18:30"))).contains(tokyo("2025-01-03T08:25"));
    }

    @Test
    void exceptionalOpening_beatsTheHoliday() {
        assertThat(reference.closes(tokyo("2024-11-04T12:00"))).contains(tokyo("2024-11-04T18:30"));
        assertThat(reference.opens(tokyo("2024-11-01T18:30"))).contains(tokyo("2024-11-04T08:25"));
    }

    @Test
    void exceptionalOpening_beatsTheClosure() {
        LocalDate day = LocalDate.of(2026, 8, 11);
        OpeningHours hours = new WeeklyHours(
                TOKYO,
                week(WORKING_DAYS, OFFICE),
                Holidays.NONE,
                List.of(Closure.once(day.minusDays(1), day.plusDays(1))),
                Map.of(day, periods("10:00", "11:00")));
        assertThat(hours.opens(tokyo("2026-08-07T18:30"))).contains(tokyo("2026-08-11T10:00"));
        assertThat(hours.opens(tokyo("2026-08-11T10:30"))).contains(tokyo("2026-08-13T08:25"));
    }

    @Test
    void periodsThatTouchAtMidnight_areOneService() {
        OpeningHours night = plain(
                TOKYO,
                Map.of(
                        DayOfWeek.MONDAY, periods("22:00", "00:00"),
                        DayOfWeek.TUESDAY, periods("00:00", "02:00")));
        assertThat(night.closes(tokyo("2026-11-23T23:00"))).contains(tokyo("2026-11-24T02:00"));
        assertThat(night.opens(tokyo("2026-11-23T23:00"))).contains(tokyo("2026-11-30T22:00"));
    }

    @Test
    void everyHourOfTheWeek_neverCloses() {
        OpeningHours always = plain(TOKYO, week(EnumSet.allOf(DayOfWeek.class), periods("00:00", "00:00")));
        assertThat(always.closes(tokyo("2026-11-24T12:00"))).contains(Instant.MAX);
        assertThat(always.opens(tokyo("2026-11-24T12:00"))).isEmpty();
    }

    @Test
    void noHoursAtAll_neverOpens() {
        OpeningHours never = plain(TOKYO, Map.of());
        assertThat(never.closes(TestDesk.START)).isEmpty();
        assertThat(never.opens(TestDesk.START)).isEmpty();
    }

    @Test
    void springForward_keepsTheLocalTime() {
        OpeningHours hours = plain(BERLIN, week(EnumSet.allOf(DayOfWeek.class), periods("01:00", "09:00")));
        Instant before = LocalDateTime.parse("2026-03-29T01:30").atZone(BERLIN).toInstant();
        assertThat(hours.closes(before)).contains(Instant.parse("2026-03-29T07:00:00Z"));
    }

    @Test
    void fallBack_servesTheDoubledHourTwice() {
        OpeningHours hours = plain(BERLIN, week(EnumSet.allOf(DayOfWeek.class), periods("02:00", "02:30")));
        Instant first = Instant.parse("2026-10-25T00:15:00Z");
        assertThat(hours.closes(first)).contains(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void period_whoseEndIsNotAfterTheStart_isRefused() {
        assertThatThrownBy(() -> periods("12:00", "09:00"))
                .hasMessage("period: 12:00-09:00 (expected: an end after the start)");
    }
}
