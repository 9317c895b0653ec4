package madoguchi.host;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.desk.Board;
import madoguchi.desk.Desk;
import madoguchi.desk.Event;
import madoguchi.desk.OperatorId;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketView;
import madoguchi.stream.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Tells the streams what has changed: one flush gathers everything due and gives each hub one batch.
 *
 * <p>Owned by the desk's event loop.
 */
final class Announcer {

    /** How old the picture may grow that a hub keeps for heartbeats and newcomers. */
    private static final Duration REFRESH = Duration.ofSeconds(1);

    private final String desk;
    private final Pictures pictures;
    private final BoardPicture boardPicture;
    private final PrivateTexts texts;
    private final Outlet outlet;
    private final List<Companion> companions = new ArrayList<>();
    private final DeskCadence deskCadence = new DeskCadence();
    private final LineCadence lineCadence;
    private final Set<TicketId> changed = new HashSet<>();
    private final Set<TicketId> consents = new HashSet<>();
    private final Map<OperatorId, String> toldOperators = new HashMap<>();
    private @Nullable Board last;
    private boolean dirty = true;
    private Instant refreshed = Instant.EPOCH;

    Announcer(Pictures pictures, String desk, PrivateTexts texts, Outlet outlet, LineCadence lineCadence) {
        this.pictures = pictures;
        this.desk = desk;
        this.texts = texts;
        this.outlet = outlet;
        this.boardPicture = new BoardPicture(pictures, texts);
        this.lineCadence = lineCadence;
    }

    void add(Companion companion) {
        companions.add(companion);
    }

    void after(Event event) {
        dirty = true;
        if (event instanceof Event.OfTicket e) {
            changed.add(e.ticket());
        }
        if (event instanceof Event.ConsentAsked || event instanceof Event.ConsentAnswered) {
            consents.add(((Event.OfTicket) event).ticket());
        }
        companions.forEach(companion -> companion.after(event));
    }

    /** Something beside the desk's events changed what the streams show. */
    void touch() {
        dirty = true;
    }

    /** A new stream of this ticket: it is shown everything with the next flush. */
    void welcome(TicketId ticket) {
        changed.add(ticket);
        consents.add(ticket);
        show(StreamKeys.ticket(ticket));
    }

    void welcome(OperatorId operator) {
        toldOperators.remove(operator);
        dirty = true;
        show(StreamKeys.operator(desk, operator));
    }

    void farewell(TicketId ticket) {
        lineCadence.forget(ticket);
    }

    void farewell(OperatorId operator) {
        toldOperators.remove(operator);
    }

    private void show(String key) {
        companions.forEach(companion -> companion.present(key).forEach(news -> outlet.tell(key, news.frame())));
    }

    void flush(Desk current, Instant now, boolean held) {
        if (dirty || !refreshed.plus(REFRESH).isAfter(now)) {
            publish(current.board(now), held);
            refreshed = now;
        }
        changed.addAll(lineCadence.due(current, now));
        for (TicketId ticket : changed) {
            tell(current, ticket, now);
        }
        changed.clear();
        consents.clear();
        outlet.dispatch();
    }

    /** The desk cannot even be read: the last picture goes on, as paused. */
    void hold(Instant now) {
        Board board = last;
        if (board != null && (dirty || !refreshed.plus(REFRESH).isAfter(now))) {
            Frame frame = Frame.of(
                    "desk", Long.toString(board.version()), paused(board, now).encode());
            outlet.publish(StreamKeys.desk(desk), frame, dirty);
            dirty = false;
            refreshed = now;
        }
    }

    /** What newcomers are shown meanwhile; nothing where the streams have never shown anything. */
    Optional<JsonObject> lastAsPaused(Instant now) {
        return Optional.ofNullable(last).map(board -> paused(board, now));
    }

    private JsonObject paused(Board board, Instant now) {
        return pictures.desk(board).put("at", now.toString()).put("state", "paused");
    }

    private void publish(Board board, boolean held) {
        last = board;
        String id = Long.toString(board.version());
        JsonObject picture = pictures.desk(board);
        if (held) {
            picture.put("state", "paused");
        }
        Frame frame = Frame.of("desk", id, picture.encode());
        outlet.publish(StreamKeys.desk(desk), frame, deskCadence.tells(board, held));
        if (outlet.operatorsPresent()) {
            Frame line = Frame.of("board", id, boardPicture.of(board).encode());
            outlet.publish(StreamKeys.board(desk), line, dirty);
            board.operators().forEach(operator -> tell(operator, board));
        }
        dirty = false;
    }

    private void tell(Desk current, TicketId ticket, Instant now) {
        String key = StreamKeys.ticket(ticket);
        Optional<TicketView> view = current.ticket(ticket, now);
        if (!outlet.present(key) || view.isEmpty()) {
            lineCadence.forget(ticket);
            return;
        }
        JsonObject picture = pictures.ticket(view.get(), now);
        Integer position = view.get().position();
        int rank = position == null ? 0 : position;
        int before = lineCadence.told(ticket, rank, current.moves(), now);
        if (before > 0 && rank > before) {
            picture.put("moved", new JsonObject().put("by", rank - before).put("reason", "returned"));
        }
        String id = Long.toString(current.version());
        outlet.tell(key, Frame.of("ticket", id, picture.encode()));
        if (consents.contains(ticket) && !view.get().consents().isEmpty()) {
            tellConsents(view.get(), key, id, now);
        }
    }

    private void tellConsents(TicketView view, String key, String id, Instant now) {
        Frame frame = Frame.of("consent", id, pictures.consents(view, now).encode());
        outlet.tell(key, frame);
        view.operator().ifPresent(operator -> outlet.tell(StreamKeys.operator(desk, operator), frame));
    }

    private void tell(Board.OperatorView operator, Board board) {
        String key = StreamKeys.operator(desk, operator.operator());
        if (!outlet.present(key)) {
            return;
        }
        JsonObject call = call(operator, board);
        String told = call.copy().putNull("at").encode();
        if (!told.equals(toldOperators.put(operator.operator(), told))) {
            outlet.tell(key, Frame.of("call", Long.toString(board.version()), call.encode()));
        }
    }

    /** An operator's own status and call as the console sees it. */
    JsonObject call(Board.OperatorView operator, Board board) {
        TicketId ticket = Pictures.ticketOf(operator.status());
        TicketView view = board.calls().stream()
                .filter(candidate -> candidate.ticket().equals(ticket))
                .findAny()
                .orElse(null);
        return pictures.call(operator, view, ticket == null ? null : texts.of(ticket.value()), board.at());
    }
}
