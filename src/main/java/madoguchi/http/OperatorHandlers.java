package madoguchi.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import madoguchi.access.OperatorPass;
import madoguchi.desk.Command;
import madoguchi.desk.ConsentId;
import madoguchi.desk.OperatorId;
import madoguchi.desk.Outcome;
import madoguchi.desk.TicketId;
import madoguchi.host.DeskHost;
import madoguchi.host.StreamKeys;
import madoguchi.host.Words;
import madoguchi.stream.StreamConnection;
import org.jspecify.annotations.Nullable;

/** What an operator does at the counter. */
final class OperatorHandlers {

    private final Desks desks;
    private final Streams streams;
    private final Services services;

    OperatorHandlers(Desks desks, Streams streams, Services services) {
        this.desks = desks;
        this.streams = streams;
        this.services = services;
    }

    void stream(RoutingContext ctx) {
        OperatorPass pass = Guards.operatorOf(ctx);
        DeskHost host = counter(desks, ctx).host();
        String desk = host.rules().desk();
        Set<String> keys = Set.of(StreamKeys.board(desk), StreamKeys.operator(desk, pass.operator()));
        StreamConnection connection = streams.open(ctx, keys, pass.expires());
        host.enter(pass.operator(), streams.number());
        connection.closed().onComplete(v -> {
            services.sessions().touch(pass);
            host.leave(pass.operator(), streams.number());
        });
    }

    void status(RoutingContext ctx) {
        String status = ctx.body().asJsonObject().getString("status");
        submit(ctx, new Command.SetStatus(operator(ctx), Words.parse(Command.Wish.class, status)));
    }

    void next(RoutingContext ctx) {
        String named = ctx.body().asJsonObject().getString("ticket");
        submit(ctx, new Command.CallNext(operator(ctx), named == null ? null : new TicketId(named)));
    }

    void end(RoutingContext ctx) {
        String outcome = ctx.body().asJsonObject().getString("outcome");
        submit(ctx, new Command.End(operator(ctx), ticket(ctx), Words.parse(Outcome.class, outcome)));
    }

    void putBack(RoutingContext ctx) {
        submit(ctx, new Command.PutBack(operator(ctx), ticket(ctx)));
    }

    void askConsent(RoutingContext ctx) {
        ConsentId consent = ConsentId.random(services.random());
        counter(desks, ctx)
                .host()
                .submit(new Command.AskConsent(operator(ctx), ticket(ctx), consent), (desk, now) -> consent)
                .onFailure(ctx::fail)
                .onSuccess(asked -> Answers.json(ctx, 201, new JsonObject().put("consent", asked.value())));
    }

    private void submit(RoutingContext ctx, Command command) {
        counter(desks, ctx)
                .host()
                .submitForOperator(operator(ctx), command)
                .onFailure(ctx::fail)
                .onSuccess(call -> Answers.json(ctx, 200, call));
    }

    /** The desk named in the query, or the session's first; a session sees its own desks alone. */
    static Desks.Counter counter(Desks desks, RoutingContext ctx) {
        OperatorPass pass = Guards.operatorOf(ctx);
        String named = ctx.request().getParam("desk");
        String desk = named == null ? pass.desks().get(0) : named;
        requireDesk(pass, desk);
        return desks.get(desk);
    }

    static void requireDesk(OperatorPass pass, @Nullable String desk) {
        if (desk == null || !pass.desks().contains(desk)) {
            throw new ProblemException(Problem.of(
                    403,
                    "not-your-desk",
                    "Another desk",
                    "desk: " + desk + " (expected: one of " + String.join(", ", pass.desks()) + ")"));
        }
    }

    static JsonObject picture(OperatorPass pass, @Nullable String name) {
        return new JsonObject()
                .put("id", pass.operator().value())
                .put("name", name)
                .put(
                        "roles",
                        new JsonArray(
                                pass.roles().stream().map(Words::of).sorted().toList()))
                .put("desks", new JsonArray(pass.desks()))
                .put(
                        "languages",
                        new JsonArray(pass.languages().stream().sorted().toList()))
                .put("expires", pass.expires().toString());
    }

    private static OperatorId operator(RoutingContext ctx) {
        return Guards.operatorOf(ctx).operator();
    }

    private static TicketId ticket(RoutingContext ctx) {
        return new TicketId(ctx.pathParam("ticket"));
    }
}
