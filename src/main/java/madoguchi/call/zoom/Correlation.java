package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.desk.TicketId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the engagement of a ticket: the one that the caller's page names, if Zoom's log of variables has the ticket's number for
 * it. Each alone could be made up: the page's word by whoever holds the ticket's token, the variable by whoever starts a call.
 * Owned by one event loop.
 */
final class Correlation {

    private static final Logger LOG = LoggerFactory.getLogger(Correlation.class);

    /** Tickets remembered at a time. */
    private static final int MOST = 10_000;

    /** How many engagements a page may name for its ticket, and how often it may have us ask Zoom. */
    private static final int CLAIMS = 8;

    /** A page that names none by this try never will: then the log's word counts alone, where it has just one. */
    private static final int PATIENT_TRIES = 4;

    private final ZoomApi api;
    private final Insistence insistence;
    private final Bonds bonds;
    private final Map<TicketId, Claim> claims = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TicketId, Claim> eldest) {
            return size() > MOST;
        }
    };

    Correlation(Vertx vertx, ZoomApi api, Bonds bonds) {
        this.api = api;
        this.insistence = new Insistence(Later.of(vertx));
        this.bonds = bonds;
    }

    /** What a page has named for its ticket. */
    private static final class Claim {
        final Set<String> engagements = new LinkedHashSet<>();

        /** In which there was no call. */
        final Set<String> left = new HashSet<>();

        boolean asking;
        int asked;
    }

    /** The ticket's page is up in Zoom, in that engagement if it knows it. */
    void claim(Sight desk, ZoomDesk rules, TicketId ticket, @Nullable String engagement) {
        boolean known = bonds.engagement(ticket)
                .filter(bound -> engagement == null || bound.equals(engagement))
                .isPresent();
        Claim claim = claims.computeIfAbsent(ticket, t -> new Claim());
        if (known || claim.asked >= CLAIMS) {
            return;
        }
        if (engagement != null) {
            claim.engagements.add(engagement);
        }
        if (!claim.asking) {
            claim.asking = true;
            claim.asked++;
            ask(desk, rules, ticket, claim);
        }
    }

    /** The ticket's page has left Zoom, and there was no call: whatever is told of that engagement is the ticket's no longer. */
    void leave(TicketId ticket) {
        Claim before = claims.getOrDefault(ticket, new Claim());
        Claim after = new Claim();
        after.asked = before.asked;
        after.left.addAll(before.left);
        after.left.addAll(before.engagements);
        bonds.release(ticket).ifPresent(after.left::add);
        claims.put(ticket, after);
    }

    private void ask(Sight desk, ZoomDesk rules, TicketId ticket, Claim claim) {
        insistence
                .ask(number -> logged(rules, ticket).map(logged -> match(ticket, claim, logged, number)))
                .onComplete(done -> claim.asking = false)
                .onFailure(cause -> LOG.warn("Zoom's log of variables cannot be read: {}", cause.getMessage()))
                .onSuccess(found -> found.ifPresentOrElse(
                        engagement -> bind(claim, new Bonds.Bond(engagement, ticket, desk, rules.outcomes())),
                        () -> LOG.info("desk {}: no engagement found for a ticket handed off", rules.desk())));
    }

    /** Unless the page has left meanwhile. */
    private void bind(Claim claim, Bonds.Bond bond) {
        if (claim.equals(claims.get(bond.ticket()))) {
            bonds.bind(bond);
        }
    }

    private Optional<String> match(TicketId ticket, Claim claim, Set<String> logged, int number) {
        logged.removeAll(claim.left);
        boolean alone = claim.engagements.isEmpty() && number >= PATIENT_TRIES && logged.size() == 1;
        return logged.stream()
                .filter(engagement -> alone || claim.engagements.contains(engagement))
                .filter(engagement -> !bonds.isOthers(engagement, ticket))
                .reduce((earlier, later) -> later);
    }

    private Future<Set<String>> logged(ZoomDesk rules, TicketId ticket) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("variable_name", rules.variable());
        query.put("variable_value", ticket.reference());
        return api.get("/contact_center/variable_logs", query).map(answer -> engagements(answer, ticket.reference()));
    }

    /** The rows' shape is not documented well: any list in the answer whose rows name an engagement. */
    private static Set<String> engagements(JsonObject answer, String reference) {
        Set<String> found = new LinkedHashSet<>();
        for (String name : answer.fieldNames()) {
            if (answer.getValue(name) instanceof JsonArray rows) {
                rows.forEach(row -> engagement(row, reference).ifPresent(found::add));
            }
        }
        return found;
    }

    private static Optional<String> engagement(Object row, String reference) {
        return row instanceof JsonObject json
                        && json.getValue("engagement_id") instanceof String id
                        && reference.equals(json.getValue("variable_value", reference))
                ? Optional.of(id)
                : Optional.empty();
    }
}
