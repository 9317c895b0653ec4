package madoguchi.call.zoom;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What becomes of each event that Zoom tells: news of an agent, or of a call. Owned by one event loop. */
final class Hints {

    /** They say that something changed which the lists alone tell. */
    private static final Set<String> LOOK_AGAIN = Set.of(
            "user_status_changed",
            "user_login",
            "user_opt_in",
            "user_opt_out",
            "queue_agent_assigned",
            "queue_agent_unassigned");

    private final Collection<Sight> desks;
    private final Engagements engagements;
    private final Bonds bonds;
    private final Runnable lookAgain;

    Hints(Collection<Sight> desks, Engagements engagements, Bonds bonds, Runnable lookAgain) {
        this.desks = List.copyOf(desks);
        this.engagements = engagements;
        this.bonds = bonds;
        this.lookAgain = lookAgain;
    }

    void take(ZoomEvent event, Instant now) {
        boolean told = false;
        for (Sight sight : desks) {
            told |= sight.take(event);
        }
        if (told) {
            Set<String> claimed = new HashSet<>();
            desks.forEach(sight -> sight.tell(claimed));
        } else if (LOOK_AGAIN.contains(event.name())) {
            lookAgain.run();
        }
        engagements.take(event, now).ifPresent(known -> bonds.follow(known.id()));
    }
}
