package madoguchi.host;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import madoguchi.desk.Command;
import madoguchi.desk.Desk;
import madoguchi.desk.DeskRules;
import madoguchi.desk.Event;
import madoguchi.desk.OperatorId;
import madoguchi.desk.OperatorStatus;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketState;

/**
 * Hosts one desk on one event loop: command → decide → apply → journal → answer and publish. Everything in it is touched by
 * that loop alone; {@link DeskHost} is the door for all others.
 */
final class DeskVerticle extends VerticleBase implements DeskWriter.Listener {

    private final DeskRules rules;
    private final PresenceRules presenceRules;
    private final DeskHost.Stores stores;
    private final InstantSource clock;
    private final List<Command> first;
    private DeskWriter writer;
    private Presence presence;
    private Announcer announcer;
    private Outlet outlet;
    private PrivateTexts texts;
    private boolean flushLate;

    @SuppressWarnings("NullAway.Init") // start() makes the rest, on the loop that owns it
    DeskVerticle(
            DeskRules rules,
            PresenceRules presenceRules,
            DeskHost.Stores stores,
            InstantSource clock,
            List<Command> first) {
        this.rules = rules;
        this.presenceRules = presenceRules;
        this.stores = stores;
        this.clock = clock;
        this.first = first;
    }

    @Override
    public Future<?> start() {
        outlet = new Outlet(vertx.eventBus());
        texts = new PrivateTexts(stores.privateTable(), () -> announcer.touch());
        LineCadence lineCadence = new LineCadence(presenceRules, new SplittableRandom());
        announcer = new Announcer(new Pictures(rules), rules.desk(), texts, outlet, lineCadence);
        presence = new Presence(
                presenceRules,
                ticket -> outlet.present(StreamKeys.ticket(ticket)),
                operator -> outlet.present(StreamKeys.operator(rules.desk(), operator)));
        writer = new DeskWriter(rules, stores.journal(), vertx, clock, this);
        return writer.start(first).onSuccess(v -> {
            writer.memory().ifPresent(this::leaseAnew);
            beat();
            vertx.setPeriodic(presenceRules.flush().toMillis(), id -> beat());
        });
    }

    /** Presence is soft: after a restart, and after trouble, everybody's lease starts now; that of observed operators is the provider's to know. */
    private void leaseAnew(Desk desk) {
        Instant now = clock.instant();
        desk.liveTicketIds().forEach(ticket -> presence.alive(ticket, now));
        desk.board(now).calls().stream()
                .filter(view -> view.state() instanceof TicketState.InCall)
                .forEach(view -> presence.talking(view.ticket(), now));
        if (rules.staffing() == DeskRules.Staffing.PROVIDER) {
            return;
        }
        desk.operators().stream()
                .filter(operator -> !(operator.status() instanceof OperatorStatus.Offline))
                .forEach(operator -> presence.alive(operator.operator(), now));
    }

    private void beat() {
        Instant now = clock.instant();
        if (!writer.isHeld()) {
            presence.due(now).forEach(this::submitQuietly);
        }
        Desk durable = writer.durable();
        flushLate = durable == null;
        if (durable != null) {
            announcer.flush(durable, now, writer.isHeld());
        } else if (writer.isHeld()) {
            announcer.hold(now);
        }
    }

    @Override
    public void held() {
        announcer.touch();
    }

    @Override
    public void reread(Desk desk) {
        leaseAnew(desk);
        announcer.touch();
    }

    @Override
    public void durable(List<Event> events, Desk desk, Instant now) {
        for (Event event : events) {
            presence.after(event);
            announcer.after(event);
        }
        if (flushLate) {
            flushLate = false;
            announcer.flush(desk, now, false);
        }
    }

    void submit(Job<?> job) {
        writer.add(job);
    }

    /** The host's own commands; a refusal means that the desk has moved on and nothing is owed. */
    private void submitQuietly(Command command) {
        writer.add(new Job<>(command, (desk, now) -> "", io.vertx.core.Promise.promise()));
    }

    void enter(TicketId ticket, int hub) {
        outlet.enter(StreamKeys.ticket(ticket), hub);
        announcer.welcome(ticket);
        alive(ticket);
    }

    void leave(TicketId ticket, int hub) {
        if (outlet.leave(StreamKeys.ticket(ticket), hub)) {
            announcer.farewell(ticket);
            presence.alive(ticket, clock.instant());
        }
    }

    void alive(TicketId ticket) {
        presence.alive(ticket, clock.instant());
        submitQuietly(new Command.Unpark(ticket));
    }

    void enter(OperatorId operator, int hub) {
        outlet.operatorCame();
        outlet.enter(StreamKeys.operator(rules.desk(), operator), hub);
        announcer.welcome(operator);
        presence.alive(operator, clock.instant());
    }

    void leave(OperatorId operator, int hub) {
        outlet.operatorWent();
        if (outlet.leave(StreamKeys.operator(rules.desk(), operator), hub)) {
            announcer.farewell(operator);
            presence.alive(operator, clock.instant());
        }
    }

    /** The desk that cannot even be read, as its streams show it. */
    Optional<JsonObject> lastAsPaused() {
        return announcer.lastAsPaused(clock.instant());
    }

    boolean isHeld() {
        return writer.isHeld();
    }

    Context loop() {
        return context;
    }

    Announcer announcer() {
        return announcer;
    }

    Outlet outlet() {
        return outlet;
    }

    PrivateTexts texts() {
        return texts;
    }
}
