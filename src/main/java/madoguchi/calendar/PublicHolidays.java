package madoguchi.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.util.Locale;
import madoguchi.desk.Holidays;

/** The public holidays of a country, from the Jollyday library; Japan's from {@link JapaneseHolidays}. */
public final class PublicHolidays {

    private PublicHolidays() {}

    /**
     * @param country ISO 3166 code of two letters
     * @throws IllegalArgumentException for a country whose holidays are not known
     */
    public static Holidays of(String country) {
        String code = country.toUpperCase(Locale.ROOT);
        if (code.equals("JP")) {
            return new JapaneseHolidays();
        }
        if (code.length() != 2 || !HolidayManager.getSupportedCalendarCodes().contains(code)) {
            throw new IllegalArgumentException("holidays: " + country
                    + " (expected: the two-letter code of a country whose public holidays are known, e.g. JP)");
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(code.toLowerCase(Locale.ROOT)));
        return date -> manager.isHoliday(date, HolidayType.PUBLIC_HOLIDAY);
    }
}
