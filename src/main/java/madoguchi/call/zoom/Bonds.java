package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import madoguchi.desk.Command;
import madoguchi.desk.Outcome;
import madoguchi.desk.RefusedException;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * Which engagement carries which ticket, and what follows for the desk from what is known of it. What follows may be told any
 * number of times. Owned by one event loop.
 */
final class Bonds {

    /** An answer is sometimes told after the end. */
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final ZoomApi api;
    private final Insistence insistence;
    private final Engagements engagements;
    private final InstantSource clock;
    private final Map<String, Bond> byEngagement = new HashMap<>();
    private final Map<TicketId, Bond> byTicket = new HashMap<>();
    private final Set<String> asking = new HashSet<>();

    Bonds(Vertx vertx, ZoomApi api, Engagements engagements, InstantSource clock) {
        this.vertx = vertx;
        this.api = api;
        this.insistence = new Insistence(vertx);
        this.engagements = engagements;
        this.clock = clock;
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
        List.copyOf(byTicket.values()).forEach(bond -> follow(bond, false));
    }

    private void follow(Bond bond, boolean settled) {
        Engagement known = engagements.get(bond.engagement());
        News<String> answered = known.answered();
        News<String> rung = known.rung();
        if (answered != null) {
            submit(bond, new Command.Connect(bond.ticket(), bond.desk().answerer(answered.what())));
        } else if (rung != null && !known.over()) {
            submit(bond, new Command.Ring(bond.ticket(), bond.desk().operator(rung.what())));
        }
        if (known.over() && answered == null && !settled) {
            vertx.setTimer(SETTLE.toMillis(), id -> again(bond));
        } else if (known.over()) {
            submit(bond, new Command.Conclude(bond.ticket(), outcome(bond, known)));
            if (answered != null) {
                bond.desk().release(answered.what());
            }
            askOutcome(bond, known);
        }
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

    private void submit(Bond bond, Command command) {
        bond.desk()
                .host()
                .submitForTicket(bond.ticket(), command)
                .onSuccess(view -> {
                    if (view.state() instanceof TicketState.Ended) {
                        forget(bond);
                    }
                })
                .onFailure(cause -> {
                    if (cause instanceof RefusedException) {
                        forget(bond);
                    }
                });
    }

    private void forget(Bond bond) {
        byEngagement.remove(bond.engagement(), bond);
        byTicket.remove(bond.ticket(), bond);
    }

    /** The event that tells of a disposition need not say which; Zoom's record does, a while after the end. */
    private void askOutcome(Bond bond, Engagement known) {
        boolean needed = known.answered() != null
                && known.disposition() == null
                && !bond.outcomes().isEmpty();
        if (!needed || !asking.add(bond.engagement())) {
            return;
        }
        insistence
                .ask(number -> record(bond.engagement()))
                .onComplete(done -> asking.remove(bond.engagement()))
                .onSuccess(answer -> answer.ifPresent(name -> {
                    engagements.named(bond.engagement(), name, clock.instant());
                    follow(bond.engagement());
                }));
    }

    private Future<Optional<String>> record(String engagement) {
        return api.get("/contact_center/engagements/" + ZoomApi.part(engagement), Map.of())
                .map(Bonds::disposition);
    }

    private static Optional<String> disposition(JsonObject record) {
        return record.getValue("dispositions") instanceof JsonArray named
                ? named.stream()
                        .map(each -> each instanceof JsonObject json ? json.getValue("disposition_name") : null)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .findFirst()
                : Optional.empty();
    }
}
