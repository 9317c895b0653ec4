package madoguchi.stream;

import java.util.Locale;

/** One line of JSON for each step of a measurement. */
final class Report {

    private Report() {}

    static void line(String format, Object... values) {
        System.out.println("{" + String.format(Locale.ROOT, format, values) + "}");
    }
}
