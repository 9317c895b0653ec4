package madoguchi.desk;

import java.time.LocalDate;

/** The public holidays of one country. */
@FunctionalInterface
public interface Holidays {

    /** For a desk that knows no holidays. */
    Holidays NONE = date -> false;

    boolean isHoliday(LocalDate date);
}
