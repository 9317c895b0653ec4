package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The opening hours as the desk uses them: with the grace after closing, in which those who wait are still served. Remembers the
 * answer while it holds, because the hours are asked at every command. Owned by the desk's thread.
 */
final class Timetable {

    private final OpeningHours hours;
    private final Duration grace;
    private @Nullable Span last;

    /** @param end of the present service, or the next opening, or empty where none is known */
    private record Span(Instant from, boolean open, Optional<Instant> end) {
        boolean holds(Instant now) {
            return !now.isBefore(from) && end.isPresent() && now.isBefore(end.get());
        }
    }

    Timetable(OpeningHours hours, Duration grace) {
        this.hours = hours;
        this.grace = grace;
    }

    boolean open(Instant now) {
        return span(now).open;
    }

    /** The end of the present service, or null while closed and for a desk that never closes. */
    @Nullable
    Instant closes(Instant now) {
        Span span = span(now);
        return span.open ? span.end.filter(end -> end.isBefore(Instant.MAX)).orElse(null) : null;
    }

    /** The next opening while closed, or null where none is known. */
    @Nullable
    Instant opens(Instant now) {
        Span span = span(now);
        return span.open ? null : span.end.orElse(null);
    }

    /** Whether those who wait are served: while open, and for the grace after that. */
    boolean serves(Instant now) {
        return open(now) || lastCall(now) != null;
    }

    /** When those who still wait are told that the desk has closed; null if that is over or never comes. */
    @Nullable
    Instant lastCall(Instant now) {
        Instant closing = open(now) ? closes(now) : closed(now);
        return closing == null ? null : closing.plus(grace);
    }

    /** The closing that now lies in the grace after, or null. */
    private @Nullable Instant closed(Instant now) {
        Instant then = now.minus(grace);
        Optional<Instant> closing = hours.closes(then)
                .or(() -> hours.opens(then).filter(o -> !o.isAfter(now)).flatMap(hours::closes));
        return closing.filter(c -> c.isBefore(Instant.MAX)).orElse(null);
    }

    private Span span(Instant now) {
        Span span = last;
        if (span == null || !span.holds(now)) {
            Optional<Instant> closes = hours.closes(now);
            span = new Span(now, closes.isPresent(), closes.isPresent() ? closes : hours.opens(now));
            last = span;
        }
        return span;
    }
}
