package madoguchi.call.zoom;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.desk.Command;
import madoguchi.desk.OperatorId;
import madoguchi.desk.Outcome;
import madoguchi.desk.RefusedException;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * Which engagement carries which ticket, and what follows for the desk from what is known of it. What follows may be told any
 * number of times, and is told of tickets that have ended too, as long as the desk remembers them: much is known late. Owned by
 * one event loop.
 */
final class Bonds {

    /** An answer is sometimes told after the end. */
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private final Later later;
    private final Engagements engagements;
    private final Records records;
    private final Map<String, Bond> byEngagement = new HashMap<>();
    private final Map<TicketId, Bond> byTicket = new HashMap<>();

    /** What the desk was told last of engagements whose ticket has ended: only news are worth telling again. */
    private final Map<String, Engagement> told = new HashMap<>();

    Bonds(Later later, Engagements engagements, Records records) {
        this.later = later;
        this.engagements = engagements;
        this.records = records;
    }

    /** @param outcomes by the names of Zoom's dispositions */
    record Bond(String engagement, TicketId ticket, Sight desk, Map<String, Outcome> outcomes) {}

    /** From now on that engagement alone carries that ticket. */
    void bind(Bond bond) {
        Bond before = byTicket.get(bond.ticket());
        if (before != null) {
            forget(before);
        }
        Bond others = byEngagement.get(bond.engagement());
        if (others != null) {
            forget(others);
        }
        byEngagement.put(bond.engagement(), bond);
        byTicket.put(bond.ticket(), bond);
        follow(bond, false);
    }

    /** The ticket's engagement, where it is known. */
    Optional<String> engagement(TicketId ticket) {
        return Optional.ofNullable(byTicket.get(ticket)).map(Bond::engagement);
    }

    /** From now on no engagement carries that ticket. @return the one that did */
    Optional<String> release(TicketId ticket) {
        Bond bond = byTicket.get(ticket);
        if (bond != null) {
            forget(bond);
        }
        return Optional.ofNullable(bond).map(Bond::engagement);
    }

    /** Whether the engagement is known to carry another ticket. */
    boolean isOthers(String engagement, TicketId ticket) {
        Bond bond = byEngagement.get(engagement);
        return bond != null && !bond.ticket().equals(ticket);
    }

    /** There is news of the engagement. */
    void follow(String engagement) {
        Bond bond = byEngagement.get(engagement);
        if (bond != null) {
            follow(bond, false);
        }
    }

    /** Once more for all, in case something was lost. */
    void followAll() {
        for (Bond bond : List.copyOf(byTicket.values())) {
            Engagement known = engagements.get(bond.engagement());
            if (!known.equals(told.get(bond.engagement()))) {
                follow(bond, false);
            } else if (!engagements.knows(bond.engagement())) {
                look(bond, known);
            }
        }
    }

    private void follow(Bond bond, boolean settled) {
        Engagement known = engagements.get(bond.engagement());
        News<String> answered = known.answered();
        News<String> rung = known.rung();
        if (answered != null) {
            submit(bond, known, new Command.Connect(bond.ticket(), who(bond, known, answered), known.since()));
        } else if (rung != null && !known.over()) {
            submit(bond, known, new Command.Ring(bond.ticket(), bond.desk().operator(rung.what())));
        } else if (!known.over()) {
            look(bond, known);
        }
        if (known.over()) {
            conclude(bond, known, settled);
        }
    }

    /** Who takes no calls of ours otherwise is known to the desk for as long as the call lasts. */
    private static OperatorId who(Bond bond, Engagement known, News<String> answered) {
        return known.over()
                ? bond.desk().operator(answered.what())
                : bond.desk().answerer(answered.what());
    }

    private void conclude(Bond bond, Engagement known, boolean settled) {
        if (known.answered() == null && !settled) {
            later.after(SETTLE, () -> again(bond));
        } else {
            submit(bond, known, new Command.Conclude(bond.ticket(), outcome(bond, known)));
        }
        if (known.answered() != null) {
            bond.desk().release(known.answered().what());
        }
        askRecord(bond);
    }

    private void again(Bond bond) {
        if (bond.equals(byTicket.get(bond.ticket()))) {
            follow(bond, true);
        }
    }

    private static @Nullable Outcome outcome(Bond bond, Engagement known) {
        News<String> disposition = known.disposition();
        return disposition == null ? null : bond.outcomes().get(disposition.what());
    }

    private void submit(Bond bond, Engagement known, Command command) {
        bond.desk()
                .host()
                .submitForTicket(bond.ticket(), command)
                .onSuccess(view -> saw(bond, known, view.state()))
                .onFailure(cause -> failed(bond, cause));
    }

    /** Nothing is known of it yet, or any more, perhaps because all events were lost: what does the desk know? */
    private void look(Bond bond, Engagement known) {
        bond.desk()
                .host()
                .ask((desk, now) -> desk.ticket(bond.ticket(), now))
                .onSuccess(view -> view.ifPresentOrElse(seen -> saw(bond, known, seen.state()), () -> forget(bond)));
    }

    /** Where the desk has it that the call is over, Zoom's record may know more than the events so far. */
    private void saw(Bond bond, Engagement known, TicketState state) {
        boolean ended = state instanceof TicketState.Ended;
        boolean over = ended || (state instanceof TicketState.InCall call && call.hungUp());
        if (!over || !bond.equals(byTicket.get(bond.ticket()))) {
            return;
        }
        boolean news = !ended || !known.equals(told.put(bond.engagement(), known));
        if (news && !known.over()) {
            askRecord(bond);
        }
    }

    private void failed(Bond bond, Throwable cause) {
        told.remove(bond.engagement());
        if (cause instanceof RefusedException) {
            forget(bond);
        }
    }

    private void askRecord(Bond bond) {
        records.ask(bond.engagement(), !bond.outcomes().isEmpty(), () -> follow(bond.engagement()));
    }

    private void forget(Bond bond) {
        byEngagement.remove(bond.engagement(), bond);
        byTicket.remove(bond.ticket(), bond);
        told.remove(bond.engagement());
    }
}
