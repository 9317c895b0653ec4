package madoguchi.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import madoguchi.settings.Hours.Closure;
import madoguchi.settings.Hours.Period;

/** Reads the calendar of a desk. */
final class HoursReader {

    private static final Form<LocalDate> DATE = new Form<>("a date such as 2024-11-04", LocalDate::parse);
    private static final Form<List<Period>> PERIODS = new Form<>(
            "periods in order such as \"08:25-12:00, 13:00-18:30\"; the end of the day is 24:00", HoursReader::periods);
    private static final Form<Closure> CLOSURE =
            new Form<>("a date or days such as 12-31, 12-29..01-02, 2026-08-10..2026-08-14", HoursReader::closure);
    private static final Form<String> ALWAYS = new Form<>(
            "always, or a mapping from mon … sun to periods", text -> Forms.accepted(text, "always"::equals));
    private static final Map<String, DayOfWeek> DAYS =
            Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(HoursReader::name, Function.identity()));

    private static final ObjectNode OPENING =
            JsonNodeFactory.instance.objectNode().put("date", "").put("hours", "");

    private final Section desk;

    private HoursReader(Section desk) {
        this.desk = desk;
    }

    static Hours read(Section desk) {
        HoursReader reader = new HoursReader(desk);
        String holidays = desk.value("holidays", Forms.COUNTRY);
        return new Hours(
                desk.value("zone", Forms.ZONE),
                reader.weekly(),
                holidays.equals("none") ? null : holidays,
                desk.list("closures", CLOSURE),
                reader.openings());
    }

    private Map<DayOfWeek, List<Period>> weekly() {
        JsonNode hours = desk.present("hours");
        String key = desk.key("hours");
        Map<DayOfWeek, List<Period>> weekly = new EnumMap<>(DayOfWeek.class);
        if (hours.isObject()) {
            desk.entries(hours, key).forEach((name, periods) -> day(key + "." + name, name, periods, weekly));
        } else if (desk.text(hours, key, ALWAYS).isPresent()) {
            DAYS.values().forEach(day -> weekly.put(day, List.of(Period.DAY)));
        }
        return Collections.unmodifiableMap(weekly);
    }

    private void day(String key, String name, JsonNode periods, Map<DayOfWeek, List<Period>> weekly) {
        DayOfWeek day = DAYS.get(name);
        if (day == null) {
            desk.problems().add(key, "unknown key", "mon, tue, wed, thu, fri, sat, sun");
        } else {
            desk.text(periods, key, PERIODS).ifPresent(value -> weekly.put(day, value));
        }
    }

    private Map<LocalDate, List<Period>> openings() {
        Map<LocalDate, List<Period>> openings = new TreeMap<>();
        JsonNode list = desk.present("openings");
        String key = desk.key("openings");
        desk.problems().require(list.isArray(), key, list, "a list: [{date: 2024-11-04, hours: \"08:25-18:30\"}]");
        for (int i = 0; i < list.size() && list.isArray(); i++) {
            opening(new Section(key + "[" + i + "]", list.get(i), OPENING, desk.problems()), openings);
        }
        return Collections.unmodifiableMap(openings);
    }

    private void opening(Section opening, Map<LocalDate, List<Period>> openings) {
        LocalDate date = opening.required("date", DATE);
        List<Period> hours = opening.required("hours", PERIODS);
        if (date != null && hours != null) {
            boolean first = openings.put(date, hours) == null;
            desk.problems().require(first, opening.key("date"), date, "each date once");
        }
    }

    private static List<Period> periods(String text) {
        List<Period> periods = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Period period = period(part.strip());
            if (!periods.isEmpty()) {
                LocalTime last = periods.get(periods.size() - 1).to();
                Forms.accepted(last, to -> !to.equals(LocalTime.MIDNIGHT) && !to.isAfter(period.from()));
            }
            periods.add(period);
        }
        return List.copyOf(periods);
    }

    private static Period period(String text) {
        String[] ends = text.split("-", -1);
        Forms.accepted(ends, e -> e.length == 2 && !e[1].equals("00:00"));
        return new Period(LocalTime.parse(ends[0]), LocalTime.parse(ends[1].equals("24:00") ? "00:00" : ends[1]));
    }

    private static Closure closure(String text) {
        String[] ends = text.split("\\.\\.", -1);
        Forms.accepted(ends, e -> e.length <= 2);
        String last = ends[ends.length - 1];
        if (ends[0].length() == "12-29".length()) {
            return new Closure.Yearly(MonthDay.parse("--" + ends[0]), MonthDay.parse("--" + last));
        }
        Closure.Once once = new Closure.Once(LocalDate.parse(ends[0]), LocalDate.parse(last));
        return Forms.accepted(once, c -> !c.to().isBefore(c.from()));
    }

    /** {@code mon} … {@code sun}. */
    private static String name(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
