package madoguchi.desk;

import java.time.Instant;
import java.util.Optional;

/** When a desk serves. Deterministic: the same instant always gives the same answer. */
public interface OpeningHours {

    /** For a desk that never closes. */
    OpeningHours ALWAYS = new OpeningHours() {
        @Override
        public Optional<Instant> closes(Instant now) {
            return Optional.of(Instant.MAX);
        }

        @Override
        public Optional<Instant> opens(Instant now) {
            return Optional.empty();
        }
    };

    /** The end of the period of service that {@code now} lies in, or empty while closed. A desk that never closes answers {@link Instant#MAX}. */
    Optional<Instant> closes(Instant now);

    /** The next start of service after {@code now}, or empty where none is known within a year. */
    Optional<Instant> opens(Instant now);
}
