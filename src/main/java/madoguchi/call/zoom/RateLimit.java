package madoguchi.call.zoom;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * How often Zoom may be asked. The limit is the account's, all its apps together, so we keep to half of the smallest published
 * one (Medium, Pro: 10 a second) and to whatever Zoom says of it. Owned by one event loop.
 */
final class RateLimit {

    private static final Duration PACE = Duration.ofMillis(200);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /** Zoom's daily limit lasts until midnight at most. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Above this a figure is a date, below it a number of seconds. */
    private static final long DATES = 1_000_000_000L;

    private static final long MILLIS = 1_000_000_000_000L;

    private Instant next = Instant.MIN;

    /** When a request may go that comes now. */
    Instant next(Instant now) {
        return next.isAfter(now) ? next : now;
    }

    /** A request goes at that time. */
    void take(Instant at) {
        next = at.plus(PACE);
    }

    /** Reads what an answer says of the limit. */
    void heed(int status, MultiMap headers, Instant now) {
        String daily = headers.get("Retry-After");
        if (status == 429 && daily != null) {
            pauseUntil(retryAfter(daily.trim(), now), now);
        } else if (status == 429 || "0".equals(headers.get("X-RateLimit-Remaining"))) {
            pauseUntil(reset(headers.get("X-RateLimit-Reset"), now), now);
        }
    }

    private void pauseUntil(Instant until, Instant now) {
        Instant longest = now.plus(LONGEST);
        Instant bounded = until.isAfter(longest) ? longest : until;
        if (bounded.isAfter(next)) {
            next = bounded;
        }
    }

    /** Zoom writes an ISO date; RFC 9110 knows seconds and an HTTP date. */
    private static Instant retryAfter(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return now.plusSeconds(Long.parseLong(value));
        }
        Instant iso = date(value, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        Instant date = iso != null ? iso : date(value, DateTimeFormatter.RFC_1123_DATE_TIME);
        return date != null ? date : now.plus(A_SECOND);
    }

    private static @Nullable Instant date(String value, DateTimeFormatter form) {
        try {
            return ZonedDateTime.parse(value, form).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant reset(@Nullable String value, Instant now) {
        if (value == null || !value.trim().matches("\\d{1,15}")) {
            return now.plus(A_SECOND);
        }
        long figure = Long.parseLong(value.trim());
        if (figure >= MILLIS) {
            return Instant.ofEpochMilli(figure);
        }
        return figure >= DATES ? Instant.ofEpochSecond(figure) : now.plusSeconds(figure);
    }
}
