package madoguchi.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import madoguchi.access.TicketPass;
import madoguchi.call.direct.IceServers;
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
    private final IceServers iceServers;

    CallHandlers(Desks desks, IceServers iceServers) {
        this.desks = desks;
        this.iceServers = iceServers;
    }

    void handOff(RoutingContext ctx) {
        TicketPass pass = Guards.ticketOf(ctx);
        desks.get(pass.desk())
                .host()
                .submitForTicket(pass.ticket(), new Command.HandOff(pass.ticket()))
                .onFailure(ctx::fail)
                .onSuccess(view ->
                        Answers.json(ctx, 200, descriptor(pass.ticket()).put("page", "/call/" + pass.desk())));
    }

    void report(RoutingContext ctx) {
        TicketPass pass = Guards.ticketOf(ctx);
        CallReport report =
                Words.parse(CallReport.class, ctx.body().asJsonObject().getString("event"));
        desks.get(pass.desk())
                .host()
                .submitForTicket(pass.ticket(), new Command.ReportCall(pass.ticket(), report))
                .onFailure(ctx::fail)
                .onSuccess(view -> Answers.nothing(ctx));
    }

    void signalFromCaller(RoutingContext ctx) {
        TicketPass pass = Guards.ticketOf(ctx);
        Desks.Counter counter = desks.get(pass.desk());
        counter.host()
                .ticket(pass.ticket())
                .compose(CallHandlers::otherEnd)
                .onFailure(ctx::fail)
                .onSuccess(operator -> {
                    counter.relay()
                            .fromCaller(pass.ticket(), operator, ctx.body().asJsonObject());
                    Answers.nothing(ctx);
                });
    }

    void answer(RoutingContext ctx) {
        TicketId ticket = new TicketId(ctx.pathParam("ticket"));
        OperatorId operator = Guards.operatorOf(ctx).operator();
        OperatorHandlers.counter(desks, ctx)
                .host()
                .submitForTicket(ticket, new Command.Answer(operator, ticket))
                .onFailure(ctx::fail)
                .onSuccess(view -> Answers.json(ctx, 200, descriptor(ticket)));
    }

    void signalFromOperator(RoutingContext ctx) {
        TicketId ticket = new TicketId(ctx.pathParam("ticket"));
        OperatorId operator = Guards.operatorOf(ctx).operator();
        Desks.Counter counter = OperatorHandlers.counter(desks, ctx);
        counter.host()
                .ask((desk, now) -> desk.ticket(ticket, now))
                .compose(view -> view.map(CallHandlers::otherEnd).orElseGet(CallHandlers::noCall))
                .compose(other -> other.equals(operator) ? Future.succeededFuture() : noCall())
                .onFailure(ctx::fail)
                .onSuccess(v -> {
                    counter.relay().fromOperator(ticket, operator, ctx.body().asJsonObject());
                    Answers.nothing(ctx);
                });
    }

    private JsonObject descriptor(TicketId ticket) {
        return new JsonObject()
                .put("provider", "direct")
                .put("ticket", ticket.value())
                .put("iceServers", iceServers.forCall(ticket.value()));
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
