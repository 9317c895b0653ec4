package madoguchi.desk;

import java.time.Duration;
import java.util.Optional;

/** The wait range as this desk uses it: of one language, with zero where an operator is free. Owned by the desk's thread. */
final class Forecast {

    /** Empty while unknown. */
    Optional<WaitRange> range(int ahead, int language, Roster roster) {
        return ahead == 0 && roster.available(language) > 0 ? Optional.of(WaitRange.NONE) : Optional.empty();
    }

    /** The mean in seconds that a true wait will be compared with; 0 where none was promised. */
    double point(int ahead, int language, Roster roster) {
        return 0;
    }

    /** The chance of being reached in time; 1 while nothing is known. */
    double chanceWithin(int ahead, int language, Roster roster, Duration left) {
        return 1;
    }

    void handled(Duration call) {}

    /** It is this caller's turn. */
    void served(Ticket ticket, Duration waited) {}

    void gaveUp(Ticket ticket, Duration waited) {}
}
