package madoguchi.host;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import madoguchi.desk.Board;
import madoguchi.desk.ConsentId;
import madoguchi.desk.DeskRules;
import madoguchi.desk.Notice;
import madoguchi.desk.OperatorStatus;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketState;
import madoguchi.desk.TicketView;
import madoguchi.desk.WaitRange;
import org.jspecify.annotations.Nullable;

/** The JSON that callers see of a desk and of their ticket, in streams and answers alike. */
public final class Pictures {

    private final DeskRules rules;

    public Pictures(DeskRules rules) {
        this.rules = rules;
    }

    public JsonObject desk(Board board) {
        JsonObject picture = new JsonObject()
                .put("at", board.at().toString())
                .put("desk", board.desk())
                .put("state", Words.of(board.state()))
                .put("waiting", board.waiting())
                .put(
                        "operators",
                        new JsonObject().put("available", board.available()).put("busy", board.busy()))
                .put("wait", ranges(board.ranges()))
                .put(
                        "notToday",
                        new JsonArray(board.notToday().stream().sorted().toList()))
                .put("notice", notice(board.notice()));
        putLocal(picture, "opens", board.opens());
        putLocal(picture, "closes", board.closes());
        return picture;
    }

    public JsonObject ticket(TicketView view, Instant at) {
        JsonObject picture = new JsonObject()
                .put("at", at.toString())
                .put("id", view.ticket().value())
                .put("reference", view.ticket().reference())
                .put("desk", rules.desk())
                .put("language", view.language())
                .put("topic", view.topic())
                .put("joined", view.joined().toString())
                .put("microphone", view.microphone() == null ? null : Words.of(view.microphone()));
        state(picture, view);
        return picture;
    }

    private static void state(JsonObject picture, TicketView view) {
        if (view.state() instanceof TicketState.Waiting waiting) {
            picture.put("state", "waiting")
                    .put("position", view.position())
                    .put("presence", Words.of(waiting.presence()))
                    .put("wait", range(view.range()))
                    .put("mayStepAway", view.mayStepAway());
            putInstant(picture, "awayUntil", view.awayUntil());
        } else if (view.state() instanceof TicketState.Called called) {
            picture.put("state", "called")
                    .put("until", called.until().toString())
                    .put("extensions", view.extensionsLeft());
        } else if (view.state() instanceof TicketState.HandedOff) {
            picture.put("state", "handed-off");
        } else if (view.state() instanceof TicketState.InCall inCall) {
            picture.put("state", "in-call").put("hungUp", inCall.hungUp()).put("feedbackGiven", view.feedbackGiven());
        } else if (view.state() instanceof TicketState.Ended ended) {
            picture.put("state", "ended")
                    .put("outcome", Words.of(ended.outcome()))
                    .put("feedbackGiven", view.feedbackGiven());
        }
    }

    public JsonObject consents(TicketView view, Instant at) {
        JsonArray consents = new JsonArray();
        for (Map.Entry<ConsentId, @Nullable Boolean> consent : view.consents().entrySet()) {
            consents.add(new JsonObject().put("id", consent.getKey().value()).put("granted", consent.getValue()));
        }
        return new JsonObject()
                .put("at", at.toString())
                .put("ticket", view.ticket().value())
                .put("consents", consents);
    }

    /** An operator's own status and, with it, their call. */
    JsonObject call(Board.OperatorView operator, @Nullable TicketView ticket, @Nullable String about, Instant at) {
        JsonObject picture = status(new JsonObject().put("at", at.toString()), operator.status());
        if (ticket != null && ticket.state() instanceof TicketState.Called called) {
            picture.put("until", called.until().toString());
        } else if (ticket != null && ticket.state() instanceof TicketState.HandedOff handedOff) {
            picture.put("until", handedOff.since().plus(rules.ring()).toString());
        }
        picture.put("next", operator.next() == null ? null : Words.of(operator.next()))
                .put("forced", operator.forced());
        return picture.put("ticket", ticket == null ? null : ticket(ticket, at)).put("about", about);
    }

    static JsonObject status(JsonObject picture, OperatorStatus status) {
        if (status instanceof OperatorStatus.Available s) {
            picture.put("status", "available").put("since", s.since().toString());
        } else if (status instanceof OperatorStatus.Ringing s) {
            picture.put("status", "ringing").put("since", s.since().toString());
        } else if (status instanceof OperatorStatus.OnCall s) {
            picture.put("status", "on-call").put("since", s.since().toString());
        } else if (status instanceof OperatorStatus.WrapUp s) {
            picture.put("status", "wrap-up").put("until", s.until().toString());
        } else if (status instanceof OperatorStatus.Break s) {
            picture.put("status", "break").put("since", s.since().toString());
        } else if (status instanceof OperatorStatus.Occupied s) {
            picture.put("status", "occupied").put("since", s.since().toString());
        } else {
            picture.put("status", "offline");
        }
        return picture;
    }

    /** The ticket an operator's status is about, if any. */
    static @Nullable TicketId ticketOf(OperatorStatus status) {
        if (status instanceof OperatorStatus.Ringing s) {
            return s.ticket();
        }
        if (status instanceof OperatorStatus.OnCall s) {
            return s.ticket();
        }
        return status instanceof OperatorStatus.WrapUp s ? s.ticket() : null;
    }

    static JsonObject ranges(Map<String, @Nullable WaitRange> ranges) {
        JsonObject picture = new JsonObject();
        ranges.forEach(
                (BiConsumer<String, @Nullable WaitRange>) (language, range) -> picture.put(language, range(range)));
        return picture;
    }

    static @Nullable JsonObject range(@Nullable WaitRange range) {
        return range == null
                ? null
                : new JsonObject()
                        .put("low", range.low())
                        .put("high", range.high())
                        .put("basis", Words.of(range.basis()));
    }

    static @Nullable JsonObject notice(@Nullable Notice notice) {
        if (notice == null) {
            return null;
        }
        JsonObject picture = new JsonObject();
        notice.text().forEach(picture::put);
        return picture;
    }

    static JsonArray words(Collection<? extends Enum<?>> constants) {
        return new JsonArray(constants.stream().map(Words::of).sorted().toList());
    }

    private void putLocal(JsonObject picture, String key, @Nullable Instant instant) {
        if (instant != null && !instant.equals(Instant.MAX)) {
            picture.put(key, ISO_OFFSET_DATE_TIME.format(instant.atZone(rules.zone())));
        }
    }

    private static void putInstant(JsonObject picture, String key, @Nullable Instant instant) {
        if (instant != null) {
            picture.put(key, instant.toString());
        }
    }
}
