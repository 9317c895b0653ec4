package madoguchi.browser;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import madoguchi.MadoguchiServer;
import madoguchi.http.Caller;

/** Settings, and what people must do, for a real desk to stand in the state a test is about. */
final class Doors {

    /** A line that stands still: nobody is called by itself, and whoever is there without a stream stays. */
    static final String[] STANDING = {"calling: manual", "parkAfter: 9m", "operatorLease: 10m"};

    private Doors() {}

    /** Hours that begin the day after tomorrow. */
    static String shutToday() {
        LocalDate opens = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(2);
        return "hours: {" + weekday(opens) + ": \"08:25-18:30\"}";
    }

    /** A standing line that hardly moves at a desk that closes within twenty minutes, by a clock that shows noon. */
    static String[] closingSoon() {
        OffsetDateTime utc = OffsetDateTime.now(ZoneOffset.UTC);
        OffsetDateTime noon = utc.withOffsetSameInstant(ZoneOffset.ofHours(12 - utc.getHour()));
        String closes = noon.plusMinutes(20)
                .toLocalTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        return new String[] {
            STANDING[0],
            STANDING[1],
            STANDING[2],
            "meanCall: 2h",
            "zone: \"" + noon.getOffset() + "\"",
            "hours: {" + weekday(noon.toLocalDate()) + ": \"00:00-" + closes + "\"}"
        };
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .toLowerCase(Locale.ROOT);
    }

    /** So many wait, and one operator is at work. @return that operator */
    static Caller attended(MadoguchiServer server, int waiting) {
        Caller operator = server.operator();
        operator.put("/api/v1/operator/status", new JsonObject().put("status", "available"));
        for (int i = 0; i < waiting; i++) {
            server.caller().join("helpdesk");
        }
        return operator;
    }
}
