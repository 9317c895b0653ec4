package madoguchi.host;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import madoguchi.desk.Board;
import madoguchi.desk.OperatorStatus;
import madoguchi.desk.TicketState;
import madoguchi.desk.TicketView;

/** The JSON of the console's board: what the desk's operators see of it. Owned by the desk's event loop. */
final class BoardPicture {

    private final Pictures pictures;
    private final PrivateTexts texts;

    BoardPicture(Pictures pictures, PrivateTexts texts) {
        this.pictures = pictures;
        this.texts = texts;
    }

    JsonObject of(Board board) {
        return new JsonObject()
                .put("at", board.at().toString())
                .put("desk", board.desk())
                .put("version", board.version())
                .put("state", Words.of(board.state()))
                .put("intake", Words.of(board.intake()))
                .put("notice", Pictures.notice(board.notice()))
                .put("waiting", board.waiting())
                .put("longestWait", board.longestWait().toSeconds())
                .put("counts", counts(board))
                .put("wait", Pictures.ranges(board.ranges()))
                .put("today", today(board.today()))
                .put("line", tickets(board.line(), board.at()))
                .put("calls", calls(board))
                .put("operators", operators(board));
    }

    private static JsonObject counts(Board board) {
        return new JsonObject()
                .put("available", count(board, OperatorStatus.Available.class))
                .put("ringing", count(board, OperatorStatus.Ringing.class))
                .put("onCall", count(board, OperatorStatus.OnCall.class))
                .put("wrapUp", count(board, OperatorStatus.WrapUp.class))
                .put("occupied", count(board, OperatorStatus.Occupied.class))
                .put("break", count(board, OperatorStatus.Break.class))
                .put(
                        "inCall",
                        board.calls().stream()
                                .filter(view -> view.state() instanceof TicketState.InCall)
                                .count());
    }

    private static long count(Board board, Class<? extends OperatorStatus> status) {
        return board.operators().stream()
                .filter(operator -> status.isInstance(operator.status()))
                .count();
    }

    private static JsonObject today(Board.Today today) {
        return new JsonObject()
                .put("joined", today.joined())
                .put("answered", today.answered())
                .put("answeredInTime", today.answeredInTime())
                .put("served", today.served())
                .put("abandoned", today.abandoned())
                .put(
                        "halfHours",
                        new JsonArray(today.halfHours().stream()
                                .map(slot -> new JsonArray(List.of(slot.joined(), slot.answered(), slot.abandoned())))
                                .toList()));
    }

    private JsonArray tickets(List<TicketView> views, Instant at) {
        JsonArray tickets = new JsonArray();
        views.forEach(view -> tickets.add(pictures.ticket(view, at)));
        return tickets;
    }

    private JsonArray calls(Board board) {
        JsonArray calls = new JsonArray();
        for (Board.OperatorView operator : board.operators()) {
            board.calls().stream()
                    .filter(view -> view.ticket().equals(Pictures.ticketOf(operator.status())))
                    .forEach(view -> calls.add(new JsonObject()
                            .put("ticket", pictures.ticket(view, board.at()))
                            .put("operator", operator.operator().value())));
        }
        return calls;
    }

    private JsonArray operators(Board board) {
        JsonArray operators = new JsonArray();
        for (Board.OperatorView operator : board.operators()) {
            operators.add(Pictures.status(new JsonObject(), operator.status())
                    .put("id", operator.operator().value())
                    .put("name", texts.of(operator.operator().value()))
                    .put(
                            "languages",
                            new JsonArray(operator.languages().stream().sorted().toList()))
                    .put("roles", Pictures.words(operator.roles())));
        }
        return operators;
    }
}
