package madoguchi.desk;

import java.time.Duration;
import java.util.Optional;
import madoguchi.desk.waits.Promise;
import madoguchi.desk.waits.PromiseRecord;
import madoguchi.desk.waits.WaitEstimator;
import madoguchi.desk.waits.WaitSnapshot;

/** The wait range as this desk uses it: of one language, with zero where an operator is free. Owned by the desk's thread. */
final class Forecast {

    private final WaitEstimator estimator;

    Forecast(WaitEstimator estimator) {
        this.estimator = estimator;
    }

    /** Empty while no operator at work speaks the language. */
    Optional<WaitRange> range(int ahead, int language, Roster roster) {
        if (isAtOnce(ahead, language, roster)) {
            return Optional.of(WaitRange.NONE);
        }
        return estimator.range(ahead, roster.atWork(language));
    }

    /** The mean in seconds that a true wait will be compared with; 0 where none is to come or none can be known. */
    double point(int ahead, int language, Roster roster) {
        int atWork = roster.atWork(language);
        boolean known = atWork > 0 && !isAtOnce(ahead, language, roster);
        return known ? estimator.point(ahead, atWork) : 0;
    }

    /** The chance of being reached in time; 1 while nobody at work speaks the language, because nothing is known then. */
    double chanceWithin(int ahead, int language, Roster roster, Duration left) {
        int atWork = roster.atWork(language);
        boolean certain = atWork == 0 || isAtOnce(ahead, language, roster);
        return certain ? 1 : estimator.chanceWithin(ahead, atWork, left);
    }

    /** Nobody is ahead, and an operator who speaks the language is free. */
    private static boolean isAtOnce(int ahead, int language, Roster roster) {
        return ahead == 0 && roster.available(language) > 0;
    }

    void handled(Duration call) {
        estimator.callHandled(call);
    }

    /** It is this caller's turn. */
    void served(Ticket ticket, Duration waited) {
        estimator.served(waited);
        estimator.waitKnown(promise(ticket), waited, true);
    }

    void gaveUp(Ticket ticket, Duration waited) {
        estimator.gaveUp(waited);
        estimator.waitKnown(promise(ticket), waited, false);
    }

    private static Promise promise(Ticket ticket) {
        return new Promise(ticket.joined.ahead(), ticket.point, ticket.joined.announced());
    }

    PromiseRecord promises() {
        return estimator.promises();
    }

    WaitSnapshot snapshot() {
        return estimator.snapshot();
    }
}
