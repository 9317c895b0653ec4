package madoguchi.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours by weekday in the desk's zone. Closed on holidays and closures, unless that very date has hours of its own. A
 * period that ends where the next begins, at midnight too, goes on in it. Immutable.
 */
public final class WeeklyHours implements OpeningHours {

    private static final int HORIZON_DAYS = 366;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Period>> week;
    private final Holidays holidays;
    private final List<Closure> closures;
    private final Map<LocalDate, List<Period>> openings;

    /** @param to {@link LocalTime#MIDNIGHT} means the end of the day */
    public record Period(LocalTime from, LocalTime to) {

        public Period {
            if (!from.isBefore(to) && !to.equals(LocalTime.MIDNIGHT)) {
                throw new IllegalArgumentException(
                        "period: " + from + "-" + to + " (expected: an end after the start)");
            }
        }
    }

    private record Span(Instant start, Instant end) {}

    /**
     * @param week the periods of each weekday in order, without overlap; a day without service may be missing
     * @param openings the periods of dates that are served in spite of holidays and closures, or have other hours
     */
    public WeeklyHours(
            ZoneId zone,
            Map<DayOfWeek, List<Period>> week,
            Holidays holidays,
            List<Closure> closures,
            Map<LocalDate, List<Period>> openings) {
        this.zone = zone;
        this.week = Map.copyOf(week);
        this.holidays = holidays;
        this.closures = List.copyOf(closures);
        this.openings = Map.copyOf(openings);
    }

    @Override
    public Optional<Instant> closes(Instant now) {
        return service(now).filter(span -> !span.start.isAfter(now)).map(Span::end);
    }

    @Override
    public Optional<Instant> opens(Instant now) {
        Optional<Span> service = service(now);
        if (service.isPresent() && !service.get().start.isAfter(now)) {
            Instant end = service.get().end;
            return end.equals(Instant.MAX) ? Optional.empty() : service(end).map(Span::start);
        }
        return service.map(Span::start);
    }

    /** The service that {@code now} lies in, or the next one; what came before the day of {@code now} is left out of it. */
    private Optional<Span> service(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate horizon = today.plusDays(HORIZON_DAYS);
        Span found = null;
        for (LocalDate date = today; date.isBefore(horizon); date = date.plusDays(1)) {
            for (Period period : periods(date)) {
                Span span = span(date, period);
                if (found != null && span.start.isAfter(found.end)) {
                    return Optional.of(found);
                }
                found = joined(found, span, now);
            }
        }
        if (found == null) {
            return Optional.empty();
        }
        boolean endless = !found.end.isBefore(horizon.atStartOfDay(zone).toInstant());
        return Optional.of(endless ? new Span(found.start, Instant.MAX) : found);
    }

    private static @Nullable Span joined(@Nullable Span found, Span next, Instant now) {
        if (found != null) {
            return new Span(found.start, next.end);
        }
        return next.end.isAfter(now) ? next : null;
    }

    private List<Period> periods(LocalDate date) {
        List<Period> own = openings.get(date);
        if (own != null) {
            return own;
        }
        boolean closed = closures.stream().anyMatch(closure -> closure.covers(date)) || holidays.isHoliday(date);
        return closed ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** Where clocks are put back, an hour that comes twice belongs to the service both times. */
    private Span span(LocalDate date, Period period) {
        Instant start = ZonedDateTime.of(date, period.from, zone).toInstant();
        Instant end = period.to.equals(LocalTime.MIDNIGHT)
                ? date.plusDays(1).atStartOfDay(zone).toInstant()
                : ZonedDateTime.of(date, period.to, zone)
                        .withLaterOffsetAtOverlap()
                        .toInstant();
        return new Span(start, end);
    }
}
