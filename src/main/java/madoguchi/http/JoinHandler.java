package madoguchi.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import madoguchi.access.TicketPass;
import madoguchi.desk.Command;
import madoguchi.desk.Desk;
import madoguchi.desk.DeskRules;
import madoguchi.desk.RefusedException;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketView;
import madoguchi.host.DeskHost;
import org.jspecify.annotations.Nullable;

/** Takes a place in the line, or returns to the one that the device or the idempotency key already has. */
final class JoinHandler implements Handler<RoutingContext> {

    /** A ticket's token is valid to the desk's latest end of service, and never longer than this. */
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);

    private static final Duration LAST_CALL = Duration.ofHours(1);

    private final Desks desks;
    private final Services services;

    JoinHandler(Desks desks, Services services) {
        this.desks = desks;
        this.services = services;
    }

    @Override
    public void handle(RoutingContext ctx) {
        DeskHost host = desks.at(ctx).host();
        limit(ctx);
        TicketId fresh = TicketId.random(services.random());
        JsonObject body = ctx.body().asJsonObject();
        Command.Join join = new Command.Join(
                fresh,
                body.getString("language"),
                body.getString("topic"),
                hashed(body.getString("device")),
                hashed(ctx.request().getHeader("Idempotency-Key")));
        keep(fresh, body.getString("about"))
                .compose(v -> host.submit(join, (desk, now) -> joined(desk, join, now)))
                .onSuccess(joined -> answer(ctx, host, joined, fresh))
                .onFailure(failure -> refuse(ctx, fresh, failure));
    }

    private void limit(RoutingContext ctx) {
        String address = services.clientAddress()
                .of(
                        ctx.request().remoteAddress().hostAddress(),
                        ctx.request().headers().getAll("X-Forwarded-For"));
        long seconds = (services.joinLimit().take(address).toMillis() + 999) / 1000;
        if (seconds > 0) {
            throw new ProblemException(Problem.of(
                            429,
                            "too-many-joins",
                            "Too many joins from this network",
                            "joins: too many (expected: one more in " + seconds + " s)")
                    .with(Problem.RETRY_AFTER, seconds));
        }
    }

    private @Nullable String hashed(@Nullable String key) {
        return key == null ? null : services.hash().of(key);
    }

    /** Before the join, so that an operator who is called at once already finds it. */
    private Future<Void> keep(TicketId ticket, @Nullable String about) {
        return about == null
                ? Future.succeededFuture()
                : services.privateTable()
                        .put(ticket.value(), about, services.clock().instant().plus(services.callerTextsKept()));
    }

    private static Joined joined(Desk desk, Command.Join join, Instant now) {
        TicketId ticket = desk.liveTicket(join.device(), join.idempotencyKey()).orElse(join.ticket());
        return new Joined(desk.ticket(ticket, now).orElseThrow(), now);
    }

    private record Joined(TicketView view, Instant at) {}

    private void answer(RoutingContext ctx, DeskHost host, Joined joined, TicketId fresh) {
        TicketId ticket = joined.view().ticket();
        if (!ticket.equals(fresh)) {
            discardAbout(ctx, fresh);
        }
        Instant expires = expires(host.rules(), joined.at());
        String token =
                services.tokens().issue(new TicketPass(ticket, host.rules().desk(), expires));
        Answers.json(
                ctx,
                201,
                new JsonObject()
                        .put("ticket", host.pictures().ticket(joined.view(), joined.at()))
                        .put("token", token)
                        .put("expires", expires.toString()));
    }

    /** At the latest end of service: closing time and its grace, and a while for the call that runs then. */
    private static Instant expires(DeskRules rules, Instant now) {
        Instant longest = now.plus(TOKEN_LIFE);
        return rules.hours()
                .closes(now)
                .filter(closes -> closes.isBefore(longest))
                .map(closes -> closes.plus(rules.grace()).plus(LAST_CALL))
                .orElse(longest)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    /** A refused caller gets a reference as well, to quote in the mail form. */
    private void refuse(RoutingContext ctx, TicketId fresh, Throwable failure) {
        discardAbout(ctx, fresh);
        if (failure instanceof RefusedException refused) {
            Failures.answer(ctx, Refusals.problem(refused.refusal()).with("reference", fresh.reference()));
        } else {
            ctx.fail(failure);
        }
    }

    private void discardAbout(RoutingContext ctx, TicketId ticket) {
        if (ctx.body().asJsonObject().containsKey("about")) {
            services.privateTable().delete(ticket.value());
        }
    }
}
