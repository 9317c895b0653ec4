package madoguchi.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Set;
import madoguchi.access.TicketPass;
import madoguchi.desk.Command;
import madoguchi.desk.ConsentId;
import madoguchi.desk.Feedback;
import madoguchi.desk.MicrophoneResult;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketView;
import madoguchi.host.DeskHost;
import madoguchi.host.StreamKeys;
import madoguchi.host.Words;
import madoguchi.stream.StreamConnection;

/** What a caller does with their ticket. */
final class TicketHandlers {

    private final Desks desks;
    private final Streams streams;
    private final InstantSource clock;

    TicketHandlers(Desks desks, Streams streams, InstantSource clock) {
        this.desks = desks;
        this.streams = streams;
        this.clock = clock;
    }

    void get(RoutingContext ctx) {
        DeskHost host = host(ctx);
        answer(ctx, host, host.ticket(ticket(ctx)));
    }

    void leave(RoutingContext ctx) {
        host(ctx)
                .submit(new Command.Leave(ticket(ctx)), (desk, now) -> "")
                .onFailure(ctx::fail)
                .onSuccess(v -> Answers.nothing(ctx));
    }

    void stream(RoutingContext ctx) {
        TicketPass pass = Guards.ticketOf(ctx);
        DeskHost host = host(ctx);
        TicketId ticket = pass.ticket();
        host.ticket(ticket).onFailure(ctx::fail).onSuccess(view -> {
            Set<String> keys = Set.of(StreamKeys.desk(pass.desk()), StreamKeys.ticket(ticket));
            StreamConnection connection = streams.open(ctx, keys, pass.expires());
            host.enter(ticket, streams.number());
            connection.closed().onComplete(v -> host.leave(ticket, streams.number()));
        });
    }

    void microphone(RoutingContext ctx) {
        String result = ctx.body().asJsonObject().getString("result");
        submit(ctx, new Command.CheckMicrophone(ticket(ctx), Words.parse(MicrophoneResult.class, result)));
    }

    void presence(RoutingContext ctx) {
        boolean here = ctx.body().asJsonObject().getString("presence").equals("here");
        submit(ctx, here ? new Command.ComeBack(ticket(ctx)) : new Command.StepAway(ticket(ctx)));
    }

    void extend(RoutingContext ctx) {
        submit(ctx, new Command.Extend(ticket(ctx)));
    }

    void answerConsent(RoutingContext ctx) {
        ConsentId consent = new ConsentId(ctx.pathParam("consent"));
        quietly(
                ctx,
                new Command.AnswerConsent(
                        ticket(ctx), consent, ctx.body().asJsonObject().getBoolean("granted")));
    }

    void feedback(RoutingContext ctx) {
        String helped = ctx.body().asJsonObject().getString("helped");
        quietly(ctx, new Command.GiveFeedback(ticket(ctx), Words.parse(Feedback.class, helped)));
    }

    private void submit(RoutingContext ctx, Command command) {
        DeskHost host = host(ctx);
        answer(ctx, host, host.submitForTicket(ticket(ctx), command));
    }

    private void quietly(RoutingContext ctx, Command command) {
        host(ctx).submitForTicket(ticket(ctx), command).onFailure(ctx::fail).onSuccess(v -> Answers.nothing(ctx));
    }

    private void answer(RoutingContext ctx, DeskHost host, Future<TicketView> future) {
        future.onFailure(ctx::fail)
                .onSuccess(view -> Answers.json(ctx, 200, host.pictures().ticket(view, clock.instant())));
    }

    private DeskHost host(RoutingContext ctx) {
        return desks.get(Guards.ticketOf(ctx).desk()).host();
    }

    private static TicketId ticket(RoutingContext ctx) {
        return Guards.ticketOf(ctx).ticket();
    }
}
