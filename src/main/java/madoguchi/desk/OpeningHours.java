package madoguchi.desk;

import java.time.Instant;
import java.util.Optional;

/** When a desk serves. Deterministic: the same instant always gives the same answer. */
public interface OpeningHours {

    /** The end of the period of service that {@code now} lies in, or empty while closed. A desk that never closes answers {@link Instant#MAX}. */
    Optional<Instant> closes(Instant now);

    /** The next start of service after {@code now}, or empty where none is known within a year. */
    Optional<Instant> opens(Instant now);
}
