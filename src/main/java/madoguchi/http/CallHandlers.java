package madoguchi.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import madoguchi.access.TicketPass;
import madoguchi.call.PageReport;
import madoguchi.call.direct.DirectCalls;
import madoguchi.call.direct.SignalRelay;
import madoguchi.desk.CallReport;
import madoguchi.desk.Command;
import madoguchi.desk.OperatorId;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketState;
import madoguchi.desk.TicketView;
import madoguchi.host.Words;

/** The call itself: hand-off, what the page reports, and the two ends' signals. */
final class CallHandlers {

    private final Desks desks;

    CallHandlers(Desks desks) {
        this.desks = desks;
    }

    void handOff(RoutingContext ctx) {
        TicketPass pass = Guards.ticketOf(ctx);
        Desks.Counter counter = desks.get(pass.desk());
        counter.host()
                .submitForTicket(pass.ticket(), new Command.HandOff(pass.ticket()))
                .onFailure(ctx::fail)
                .onSuccess(view ->
                        Answers.json(ctx, 200, descriptor(counter, view).put("page", "/call/" + pass.desk())));
    }

    void report(RoutingContext ctx) {
        TicketPass pass = Guards.ticketOf(ctx);
        JsonObject said = ctx.body().asJsonObject();
        PageReport report = new PageReport(
                Words.parse(CallReport.class, said.getString("event")),
                said.getString("engagement"),
                said.getString("reason"));
        desks.get(pass.desk())
                .provider()
                .report(pass.ticket(), report)
                .onFailure(ctx::fail)
                .onSuccess(v -> Answers.nothing(ctx));
    }

    void signalFromCaller(RoutingContext ctx) {
        TicketPass pass = Guards.ticketOf(ctx);
        Desks.Counter counter = desks.get(pass.desk());
        counter.host()
                .ticket(pass.ticket())
                .compose(CallHandlers::otherEnd)
                .map(operator -> {
                    relay(counter)
                            .fromCaller(pass.ticket(), operator, ctx.body().asJsonObject());
                    return operator;
                })
                .onFailure(ctx::fail)
                .onSuccess(operator -> Answers.nothing(ctx));
    }

    void answer(RoutingContext ctx) {
        TicketId ticket = new TicketId(ctx.pathParam("ticket"));
        OperatorId operator = Guards.operatorOf(ctx).operator();
        Desks.Counter counter = OperatorHandlers.counter(desks, ctx);
        counter.host()
                .submitForTicket(ticket, new Command.Answer(operator, ticket))
                .onFailure(ctx::fail)
                .onSuccess(view -> Answers.json(ctx, 200, descriptor(counter, view)));
    }

    void signalFromOperator(RoutingContext ctx) {
        TicketId ticket = new TicketId(ctx.pathParam("ticket"));
        OperatorId operator = Guards.operatorOf(ctx).operator();
        Desks.Counter counter = OperatorHandlers.counter(desks, ctx);
        counter.host()
                .ask((desk, now) -> desk.ticket(ticket, now))
                .compose(view -> view.map(CallHandlers::otherEnd).orElseGet(CallHandlers::noCall))
                .compose(other -> other.equals(operator) ? Future.succeededFuture() : noCall())
                .map(v -> {
                    relay(counter).fromOperator(ticket, operator, ctx.body().asJsonObject());
                    return v;
                })
                .onFailure(ctx::fail)
                .onSuccess(v -> Answers.nothing(ctx));
    }

    private static JsonObject descriptor(Desks.Counter counter, TicketView view) {
        return new JsonObject()
                .put("provider", counter.provider().name())
                .put("ticket", view.ticket().value())
                .put("reference", view.ticket().reference())
                .mergeIn(counter.provider().descriptor(view));
    }

    private static SignalRelay relay(Desks.Counter counter) {
        if (counter.provider() instanceof DirectCalls direct) {
            return direct.relay();
        }
        throw new ProblemException(Problem.of(
                409,
                "no-signals",
                "Calls of this desk are not signalled here",
                "provider: " + counter.provider().name() + " (expected: direct)"));
    }

    /** Signals flow from the hand-off to the end of the call, between its two ends and nobody else. */
    private static Future<OperatorId> otherEnd(TicketView view) {
        boolean inCall = view.state() instanceof TicketState.HandedOff || view.state() instanceof TicketState.InCall;
        return inCall ? view.operator().map(Future::succeededFuture).orElseGet(CallHandlers::noCall) : noCall();
    }

    private static <T> Future<T> noCall() {
        return Future.failedFuture(new ProblemException(Problem.of(
                409,
                "no-call",
                "No call to signal for",
                "state: not in a call of yours (expected: handed-off or in-call)")));
    }
}
