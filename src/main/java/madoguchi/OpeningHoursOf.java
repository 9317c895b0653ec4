package madoguchi;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import madoguchi.calendar.PublicHolidays;
import madoguchi.desk.Closure;
import madoguchi.desk.Holidays;
import madoguchi.desk.OpeningHours;
import madoguchi.desk.WeeklyHours;
import madoguchi.settings.Hours;

/** Opening hours as the desk lives by them, from how they are written down. */
final class OpeningHoursOf {

    private OpeningHoursOf() {}

    /** @throws IllegalArgumentException for a country whose holidays are not known */
    static OpeningHours settings(Hours hours) {
        if (hours.always()) {
            return OpeningHours.ALWAYS;
        }
        Map<DayOfWeek, List<WeeklyHours.Period>> week = new EnumMap<>(DayOfWeek.class);
        hours.weekly().forEach((day, periods) -> week.put(day, periods(periods)));
        Map<LocalDate, List<WeeklyHours.Period>> openings = new HashMap<>();
        hours.openings().forEach((date, periods) -> openings.put(date, periods(periods)));
        Holidays holidays = hours.holidays() == null ? Holidays.NONE : PublicHolidays.of(hours.holidays());
        return new WeeklyHours(
                hours.zone(),
                week,
                holidays,
                hours.closures().stream().map(OpeningHoursOf::closure).toList(),
                openings);
    }

    private static List<WeeklyHours.Period> periods(List<Hours.Period> periods) {
        return periods.stream()
                .map(period -> new WeeklyHours.Period(period.from(), period.to()))
                .toList();
    }

    private static Closure closure(Hours.Closure closure) {
        if (closure instanceof Hours.Closure.Yearly yearly) {
            return Closure.yearly(yearly.from(), yearly.to());
        }
        Hours.Closure.Once once = (Hours.Closure.Once) closure;
        return Closure.once(once.from(), once.to());
    }
}
