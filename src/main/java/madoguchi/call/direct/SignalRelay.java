package madoguchi.call.direct;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import madoguchi.desk.Event;
import madoguchi.desk.OperatorId;
import madoguchi.desk.TicketId;
import madoguchi.host.Companion;
import madoguchi.host.DeskHost;
import madoguchi.host.News;
import madoguchi.host.StreamKeys;

/**
 * Relays the WebRTC negotiation between the two ends of one ticket and nobody else. Each end is shown the other's whole
 * picture (generation, latest description, all candidates so far), so that a lost event or a reload never matters.
 *
 * <p>Soft state on the desk's event loop; it ends with the call.
 */
public final class SignalRelay implements Companion {

    private final DeskHost host;
    private final InstantSource clock;
    private final Map<TicketId, Negotiation> negotiations = new HashMap<>();

    public SignalRelay(DeskHost host, InstantSource clock) {
        this.host = host;
        this.clock = clock;
        host.add(this);
    }

    /** From the caller, who makes every offer. {@code operator} is the other end. */
    public void fromCaller(TicketId ticket, OperatorId operator, JsonObject signal) {
        host.onLoop(teller -> {
            Negotiation negotiation = negotiation(ticket, operator);
            if (negotiation.takeFromCaller(signal)) {
                teller.tell(operatorKey(operator), news(ticket, negotiation.forOperator()));
            }
        });
    }

    public void fromOperator(TicketId ticket, OperatorId operator, JsonObject signal) {
        host.onLoop(teller -> {
            Negotiation negotiation = negotiation(ticket, operator);
            if (negotiation.takeFromOperator(signal)) {
                teller.tell(StreamKeys.ticket(ticket), news(ticket, negotiation.forCaller()));
            }
        });
    }

    private Negotiation negotiation(TicketId ticket, OperatorId operator) {
        return negotiations.compute(
                ticket,
                (t, known) -> known != null && known.operator().equals(operator) ? known : new Negotiation(operator));
    }

    @Override
    public void after(Event event) {
        if (event instanceof Event.Ended || event instanceof Event.WentBack || event instanceof Event.HungUp) {
            negotiations.remove(((Event.OfTicket) event).ticket());
        }
    }

    @Override
    public List<News> present(String key) {
        return negotiations.entrySet().stream()
                .flatMap(entry -> present(key, entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private List<News> present(String key, TicketId ticket, Negotiation negotiation) {
        if (key.equals(StreamKeys.ticket(ticket))) {
            return List.of(news(ticket, negotiation.forCaller()));
        }
        return key.equals(operatorKey(negotiation.operator()))
                ? List.of(news(ticket, negotiation.forOperator()))
                : List.of();
    }

    private String operatorKey(OperatorId operator) {
        return StreamKeys.operator(host.rules().desk(), operator);
    }

    private News news(TicketId ticket, JsonObject picture) {
        picture.put("at", clock.instant().toString()).put("ticket", ticket.value());
        return new News("signal", picture.getInteger("generation"), picture);
    }

    /** Both ends' pictures of one call. */
    private static final class Negotiation {

        /** A browser gathers a dozen; more is somebody's mischief. */
        private static final int CANDIDATES = 100;

        private final OperatorId operator;
        private final JsonArray callers = new JsonArray();
        private final JsonArray operators = new JsonArray();
        private int generation;
        private JsonObject offer = new JsonObject();
        private JsonObject answer = new JsonObject();
        private boolean restart;

        Negotiation(OperatorId operator) {
            this.operator = operator;
        }

        OperatorId operator() {
            return operator;
        }

        /** @return whether there is news for the other end */
        boolean takeFromCaller(JsonObject signal) {
            int of = signal.getInteger("generation");
            JsonObject description = signal.getJsonObject("description");
            if (description != null && of > generation) {
                begin(of, description);
            } else if (of != generation) {
                return false;
            }
            add(callers, signal.getJsonArray("candidates"));
            return true;
        }

        private void begin(int of, JsonObject description) {
            generation = of;
            offer = description;
            answer = new JsonObject();
            callers.clear();
            operators.clear();
            restart = false;
        }

        boolean takeFromOperator(JsonObject signal) {
            if (signal.getInteger("generation") != generation) {
                return false;
            }
            JsonObject description = signal.getJsonObject("description");
            if (description != null) {
                answer = description;
            }
            restart |= signal.getBoolean("restart", false);
            add(operators, signal.getJsonArray("candidates"));
            return true;
        }

        private static void add(JsonArray known, @org.jspecify.annotations.Nullable JsonArray more) {
            if (more != null && known.size() + more.size() <= CANDIDATES) {
                known.addAll(more);
            }
        }

        JsonObject forOperator() {
            return picture(offer, callers);
        }

        JsonObject forCaller() {
            return picture(answer, operators).put("restart", restart);
        }

        private JsonObject picture(JsonObject description, JsonArray candidates) {
            return new JsonObject()
                    .put("generation", generation)
                    .put("description", description.isEmpty() ? null : description)
                    .put("candidates", candidates.copy());
        }
    }
}
