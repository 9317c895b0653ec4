package madoguchi.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import madoguchi.desk.Holidays;

/**
 * Japan's national holidays by the Act on National Holidays as it stands since 2022, for the years to 2099.
 *
 * <p>Jollyday 2.19.0 has neither the equinoxes nor most substitute holidays, and the former Emperor's birthday instead of the
 * present one's, which is why Japan is not asked of it.
 */
final class JapaneseHolidays implements Holidays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(2, 11),
            MonthDay.of(2, 23),
            MonthDay.of(4, 29),
            MonthDay.of(5, 3),
            MonthDay.of(5, 4),
            MonthDay.of(5, 5),
            MonthDay.of(8, 11),
            MonthDay.of(11, 3),
            MonthDay.of(11, 23));

    @Override
    public boolean isHoliday(LocalDate date) {
        return national(date) || substitute(date) || between(date);
    }

    /** The days that the act names. */
    private static boolean national(LocalDate date) {
        return FIXED.contains(MonthDay.from(date))
                || date.equals(monday(date, 1, 2))
                || date.equals(monday(date, 7, 3))
                || date.equals(monday(date, 9, 3))
                || date.equals(monday(date, 10, 2))
                || date.equals(equinox(date, 3, 20.8431))
                || date.equals(equinox(date, 9, 23.2488));
    }

    /** The first day after a holiday on a Sunday that is none itself. */
    private static boolean substitute(LocalDate date) {
        LocalDate day = date.minusDays(1);
        while (national(day) && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return national(day);
    }

    /** A day between two holidays is one too. */
    private static boolean between(LocalDate date) {
        return national(date.minusDays(1)) && national(date.plusDays(1));
    }

    private static LocalDate monday(LocalDate date, int month, int which) {
        return LocalDate.of(date.getYear(), month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY));
    }

    /** The usual approximation for 1980 to 2099; {@code base} is the day in 1980. */
    private static LocalDate equinox(LocalDate date, int month, double base) {
        int years = date.getYear() - 1980;
        int day = (int) Math.floor(base + 0.242194 * years - Math.floorDiv(years, 4));
        return LocalDate.of(date.getYear(), month, day);
    }
}
