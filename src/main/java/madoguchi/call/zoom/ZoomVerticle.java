package madoguchi.call.zoom;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import madoguchi.access.KeyedHash;
import madoguchi.desk.TicketId;
import madoguchi.host.DeskHost;
import org.jspecify.annotations.Nullable;

/**
 * The account at Zoom, on an event loop of its own: what it tells in webhooks and what it answers when asked becomes commands to
 * the desks. Desks are added before it is deployed; {@link #link} and the webhooks may be used by any thread.
 */
public final class ZoomVerticle extends VerticleBase {

    private static final Duration WATCH = Duration.ofSeconds(1);

    /** Each may have Zoom asked a dozen times, and the lists of agents must not wait for it. */
    private static final Duration RECALL = Duration.ofSeconds(5);

    private final ZoomAccount account;
    private final AgentIds ids;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Webhooks webhooks;
    private final Map<ZoomCalls, Sight> desks = new LinkedHashMap<>();
    private final Engagements engagements = new Engagements();
    private ZoomApi api;
    private Bonds bonds;
    private Correlation correlation;
    private Hints hints;

    @SuppressWarnings("NullAway.Init") // start() makes the rest, on the loop that owns it
    public ZoomVerticle(ZoomAccount account, KeyedHash hash, RandomGenerator random, InstantSource clock) {
        this.account = account;
        this.ids = new AgentIds(hash);
        this.clock = clock;
        this.random = random;
        this.webhooks = new Webhooks(
                account.secrets(), clock, event -> context.runOnContext(v -> hints.take(event, clock.instant())));
    }

    /** @return what carries the calls of that desk */
    public ZoomCalls add(ZoomDesk rules, DeskHost host) {
        Sight sight = new Sight(
                host, new Agents(rules.languages(), account.poll()), ids, account.unknownAfter(), clock.instant());
        ZoomCalls calls = new ZoomCalls(rules, host, new PagesOf(sight, rules));
        desks.put(calls, sight);
        return calls;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    @Override
    public Future<?> start() {
        api = new ZoomApi(vertx, account, clock);
        Later later = Later.of(vertx);
        bonds = new Bonds(later, engagements, new Records(this::record, new Insistence(later), engagements, clock));
        correlation = new Correlation(vertx, api, bonds);
        Reconciliation reconciliation = new Reconciliation(vertx, api, clock, random, account.poll());
        hints = new Hints(desks.values(), engagements, bonds, reconciliation::soon);
        reconciliation.start(List.copyOf(desks.values()));
        vertx.setPeriodic(WATCH.toMillis(), id -> watch());
        vertx.setPeriodic(account.poll().toMillis(), id -> bonds.followAll());
        desks.forEach((calls, sight) -> recall(calls, sight, later));
        return Future.succeededFuture();
    }

    /** Which engagement carries which ticket was known to the process before this one; of those that are over one after the other. */
    private void recall(ZoomCalls calls, Sight sight, Later later) {
        Consumer<TicketId> claim = ticket -> correlation.claim(sight, calls.rules(), ticket, null);
        calls.handedOff().onSuccess(tickets -> tickets.forEach(claim));
        calls.ended().onSuccess(tickets -> {
            for (int i = 0; i < tickets.size(); i++) {
                TicketId ticket = tickets.get(i);
                later.after(WATCH.plus(RECALL.multipliedBy(i)), () -> claim.accept(ticket));
            }
        });
    }

    /** What the pages of one desk's callers say, taken to the loop that owns the rest. */
    private final class PagesOf implements ZoomCalls.Pages {

        private final Sight desk;
        private final ZoomDesk rules;

        PagesOf(Sight desk, ZoomDesk rules) {
            this.desk = desk;
            this.rules = rules;
        }

        @Override
        public void entered(TicketId ticket, @Nullable String engagement) {
            context.runOnContext(v -> correlation.claim(desk, rules, ticket, engagement));
        }

        @Override
        public void left(TicketId ticket) {
            context.runOnContext(v -> correlation.leave(ticket));
        }
    }

    private Future<JsonObject> record(String engagement) {
        return api.get("/contact_center/engagements/" + ZoomApi.part(engagement), Map.of());
    }

    /** Looks at Zoom no longer. Any thread. */
    public Future<Void> end() {
        return vertx.undeploy(context.deploymentID());
    }

    @Override
    public Future<?> stop() {
        api.close();
        return Future.succeededFuture();
    }

    private void watch() {
        Instant now = clock.instant();
        desks.values().forEach(sight -> sight.watch(now));
    }

    /** Whether the flow's script may speak. */
    public boolean knows(String flowSecret) {
        String secret = account.secrets().flow();
        return secret != null && Signature.same(secret, flowSecret);
    }

    /**
     * The flow's script says which engagement carries which ticket; it is believed.
     *
     * @param reference of the ticket
     * @return whether there is exactly one such ticket in Zoom
     */
    public Future<Boolean> link(String reference, String engagement) {
        List<Future<Boolean>> asked = desks.entrySet().stream()
                .map(desk -> desk.getKey()
                        .handedOff()
                        .map(tickets -> tickets.stream()
                                .filter(ticket -> ticket.reference().equals(reference))
                                .toList())
                        .map(found -> found.size() == 1 && bind(desk.getKey(), found.get(0), engagement)))
                .toList();
        return Future.all(asked).map(all -> all.<Boolean>list().contains(true));
    }

    private boolean bind(ZoomCalls calls, TicketId ticket, String engagement) {
        Sight sight = Objects.requireNonNull(desks.get(calls));
        context.runOnContext(v -> bonds.bind(
                new Bonds.Bond(engagement, ticket, sight, calls.rules().outcomes())));
        return true;
    }
}
