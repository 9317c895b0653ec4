package madoguchi.host;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import madoguchi.desk.Board;
import madoguchi.desk.Command;
import madoguchi.desk.Desk;
import madoguchi.desk.DeskRules;
import madoguchi.desk.OperatorId;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketView;
import madoguchi.journal.Journal;
import madoguchi.journal.JournalUnavailableException;
import madoguchi.journal.PrivateTable;
import org.jspecify.annotations.Nullable;

/**
 * The door to a desk that runs on an event loop of its own. Every method may be called from any thread; futures complete on
 * the caller's context.
 */
public final class DeskHost {

    private final DeskRules rules;
    private final Pictures pictures;
    private final DeskVerticle verticle;
    private final Vertx vertx;
    private final Context loop;

    private DeskHost(DeskRules rules, DeskVerticle verticle, Vertx vertx, Context loop) {
        this.rules = rules;
        this.pictures = new Pictures(rules);
        this.verticle = verticle;
        this.vertx = vertx;
        this.loop = loop;
    }

    /** Where a desk's events and the private texts beside them are kept. */
    public record Stores(Journal journal, PrivateTable privateTable) {}

    /**
     * Reads the desk from its journal and begins to serve it.
     *
     * @param first commands decided before anything else
     */
    public static Future<DeskHost> deploy(
            Vertx vertx,
            DeskRules rules,
            PresenceRules presence,
            Stores stores,
            InstantSource clock,
            List<Command> first) {
        DeskVerticle verticle = new DeskVerticle(rules, presence, stores, clock, first);
        return vertx.deployVerticle(verticle).map(id -> new DeskHost(rules, verticle, vertx, verticle.loop()));
    }

    /** Lets Vert.x pass our deliveries over the local event bus; once per Vert.x. */
    public static void registerCodecs(Vertx vertx) {
        vertx.eventBus().registerDefaultCodec(Delivery.Present.class, new LocalCodec<>(Delivery.Present.class));
        vertx.eventBus().registerDefaultCodec(Delivery.Batch.class, new LocalCodec<>(Delivery.Batch.class));
        vertx.eventBus().registerDefaultCodec(Delivery.End.class, new LocalCodec<>(Delivery.End.class));
    }

    public DeskRules rules() {
        return rules;
    }

    public Pictures pictures() {
        return pictures;
    }

    /**
     * Decides and applies {@code command}, then looks.
     *
     * @return what {@code look} saw, once the journal has it; fails with {@link madoguchi.desk.RefusedException} or {@link
     *     madoguchi.journal.JournalUnavailableException}
     */
    public <T> Future<T> submit(Command command, Look<T> look) {
        return run(command, look);
    }

    /** Looks at the desk without asking anything of it. */
    public <T> Future<T> ask(Look<T> look) {
        return run(null, look);
    }

    private <T> Future<T> run(@Nullable Command command, Look<T> look) {
        Promise<T> answered = Promise.promise();
        Promise<T> decided = Promise.promise();
        Context caller = vertx.getOrCreateContext();
        decided.future().onComplete(result -> caller.runOnContext(v -> answered.handle(result)));
        loop.runOnContext(v -> verticle.submit(new Job<>(command, look, decided)));
        return answered.future();
    }

    /** @return the ticket as it is after the command */
    public Future<TicketView> submitForTicket(TicketId ticket, Command command) {
        return submit(command, (desk, now) -> view(desk, ticket, now));
    }

    public Future<TicketView> ticket(TicketId ticket) {
        onLoop(v -> verticle.alive(ticket));
        return ask((desk, now) -> view(desk, ticket, now));
    }

    private static TicketView view(Desk desk, TicketId ticket, java.time.Instant now) {
        return desk.ticket(ticket, now)
                .orElseThrow(
                        () -> new madoguchi.desk.RefusedException(new madoguchi.desk.Refusal.UnknownTicket(ticket)));
    }

    /** @return the operator's status and call after the command, as the console sees it */
    public Future<JsonObject> submitForOperator(OperatorId operator, Command command) {
        return submit(command, (desk, now) -> {
            Board board = desk.board(now);
            return board.operators().stream()
                    .filter(view -> view.operator().equals(operator))
                    .findAny()
                    .map(view -> verticle.announcer().call(view, board))
                    .orElseGet(() -> new JsonObject().put("at", now.toString()).put("status", "offline"));
        });
    }

    /** The desk as everybody may see it; {@code paused} while the journal cannot write, or cannot even be read. */
    public Future<JsonObject> picture() {
        return this.<JsonObject>ask((desk, now) -> {
                    JsonObject picture = pictures.desk(desk.board(now));
                    return verticle.isHeld() ? picture.put("state", "paused") : picture;
                })
                .recover(this::lastPicture);
    }

    private Future<JsonObject> lastPicture(Throwable cause) {
        Promise<JsonObject> told = Promise.promise();
        Context caller = vertx.getOrCreateContext();
        loop.runOnContext(v -> {
            Optional<JsonObject> last =
                    cause instanceof JournalUnavailableException ? verticle.lastAsPaused() : Optional.empty();
            caller.runOnContext(w -> last.ifPresentOrElse(told::complete, () -> told.fail(cause)));
        });
        return told.future();
    }

    /** Whether the journal cannot write. Any thread may ask; the answer may be a moment old. */
    public boolean isHeld() {
        return verticle.isHeld();
    }

    /** A stream of this caller has opened at that hub: present from now on, and shown everything. */
    public void enter(TicketId ticket, int hub) {
        onLoop(v -> verticle.enter(ticket, hub));
    }

    public void leave(TicketId ticket, int hub) {
        onLoop(v -> verticle.leave(ticket, hub));
    }

    public void enter(OperatorId operator, int hub) {
        onLoop(v -> verticle.enter(operator, hub));
    }

    public void leave(OperatorId operator, int hub) {
        onLoop(v -> verticle.leave(operator, hub));
    }

    /** Ends the operator's streams here, because their session is over. */
    public void endStreams(OperatorId operator) {
        onLoop(v -> verticle.outlet().end(StreamKeys.operator(rules.desk(), operator)));
    }

    /** The private text of that id was changed. */
    public void privateTextChanged(String subject) {
        onLoop(v -> {
            verticle.texts().forget(subject);
            verticle.announcer().touch();
        });
    }

    public void add(Companion companion) {
        onLoop(v -> verticle.announcer().add(companion));
    }

    /** Runs on the desk's event loop, with the way to tell its personal streams something. */
    public void onLoop(Consumer<Teller> work) {
        loop.runOnContext((Handler<@Nullable Void>)
                v -> work.accept((key, news) -> verticle.outlet().tellNow(key, news.frame())));
    }

    /** Tells the streams of a personal key something. */
    @FunctionalInterface
    public interface Teller {
        void tell(String key, News news);
    }
}
