package madoguchi.settings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a desk serves, as it is written down.
 *
 * @param weekly the periods of each weekday in order, without overlap; a day without service is missing
 * @param holidays ISO country code, or null where holidays do not matter
 * @param openings periods of service on days that would otherwise be closed, or have other hours
 */
public record Hours(
        ZoneId zone,
        Map<DayOfWeek, List<Period>> weekly,
        @Nullable String holidays,
        List<Closure> closures,
        Map<LocalDate, List<Period>> openings) {

    /** Whether the desk never closes. */
    public boolean always() {
        return weekly.size() == DayOfWeek.values().length
                && weekly.values().stream().allMatch(List.of(Period.DAY)::equals)
                && holidays == null
                && closures.isEmpty();
    }

    /** @param to {@link LocalTime#MIDNIGHT} means the end of the day */
    public record Period(LocalTime from, LocalTime to) {

        static final Period DAY = new Period(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        public Period {
            if (!from.isBefore(to) && !to.equals(LocalTime.MIDNIGHT)) {
                throw new IllegalArgumentException(
                        "period: " + from + "-" + to + " (expected: an end after the start)");
            }
        }
    }

    /** Days without service, both ends included. */
    public sealed interface Closure {

        /** Every year; {@code to} before {@code from} runs over the turn of the year. */
        record Yearly(MonthDay from, MonthDay to) implements Closure {}

        record Once(LocalDate from, LocalDate to) implements Closure {}
    }
}
