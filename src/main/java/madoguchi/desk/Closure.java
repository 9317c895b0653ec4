package madoguchi.desk;

import java.time.LocalDate;
import java.time.MonthDay;

/** Days without service. */
@FunctionalInterface
public interface Closure {

    boolean covers(LocalDate date);

    /** From one day of every year to another, both included; over the turn of the year where {@code to} comes first. */
    static Closure yearly(MonthDay from, MonthDay to) {
        return date -> {
            MonthDay day = MonthDay.from(date);
            boolean begun = !day.isBefore(from);
            boolean over = day.isAfter(to);
            return from.isAfter(to) ? begun || !over : begun && !over;
        };
    }

    /** From one date to another, both included. */
    static Closure once(LocalDate from, LocalDate to) {
        return date -> !date.isBefore(from) && !date.isAfter(to);
    }
}
