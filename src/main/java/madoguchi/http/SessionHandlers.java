package madoguchi.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import madoguchi.access.InviteCommand;
import madoguchi.access.Invitee;
import madoguchi.access.OperatorPass;
import madoguchi.desk.Command;
import madoguchi.desk.OperatorId;
import madoguchi.desk.Role;
import madoguchi.host.DeskHost;
import madoguchi.host.Words;
import org.jspecify.annotations.Nullable;

/** Sign-in by one-time link, sign-out, and the links themselves. */
final class SessionHandlers {

    private final Desks desks;
    private final Services services;

    SessionHandlers(Desks desks, Services services) {
        this.desks = desks;
        this.services = services;
    }

    void signIn(RoutingContext ctx) {
        if (!services.sameOrigin().allows(ctx.request().method(), ctx.request().headers())) {
            ctx.fail(new ProblemException(Problem.of(
                    403, "cross-origin", "Only from the console itself", "Origin: another site (expected: our own)")));
            return;
        }
        services.sessions()
                .redeem(ctx.body().asJsonObject().getString("invitation"))
                .compose(session -> enrol(session.pass()).map(session))
                .onFailure(ctx::fail)
                .onSuccess(session -> {
                    ctx.response()
                            .putHeader("Set-Cookie", services.cookie().set(session.token(), life(session.pass())));
                    answer(ctx, session.pass());
                });
    }

    private Duration life(OperatorPass pass) {
        return Duration.between(services.clock().instant(), pass.expires());
    }

    /** At every desk of the session: its roles and languages there are those of the newest link. */
    private Future<Void> enrol(OperatorPass pass) {
        return Future.all(pass.desks().stream().map(desk -> enrolAt(desk, pass)).toList())
                .mapEmpty();
    }

    private Future<String> enrolAt(String desk, OperatorPass pass) {
        DeskHost host = desks.get(desk).host();
        Set<String> languages =
                pass.languages().isEmpty() ? Set.copyOf(host.rules().languages()) : pass.languages();
        host.privateTextChanged(pass.operator().value());
        return host.submit(new Command.Enrol(pass.operator(), pass.roles(), languages), (d, now) -> desk);
    }

    void signOut(RoutingContext ctx) {
        OperatorPass pass = Guards.operatorOf(ctx);
        services.sessions()
                .signOut(pass)
                .compose(v -> Future.join(pass.desks().stream()
                        .map(desk -> leave(desk, pass.operator()))
                        .toList()))
                .onFailure(ctx::fail)
                .onSuccess(v -> {
                    ctx.response().putHeader("Set-Cookie", services.cookie().clear());
                    Answers.nothing(ctx);
                });
    }

    private Future<String> leave(String desk, OperatorId operator) {
        DeskHost host = desks.get(desk).host();
        return host.submit(new Command.SetStatus(operator, Command.Wish.OFFLINE), (d, now) -> desk)
                .onComplete(v -> host.endStreams(operator))
                .otherwise(desk);
    }

    void get(RoutingContext ctx) {
        answer(ctx, Guards.operatorOf(ctx));
    }

    private void answer(RoutingContext ctx, OperatorPass pass) {
        String id = pass.operator().value();
        services.privateTable()
                .get(List.of(id))
                .onFailure(ctx::fail)
                .onSuccess(texts -> Answers.json(ctx, 200, OperatorHandlers.picture(pass, texts.get(id))));
    }

    void invite(RoutingContext ctx) {
        OperatorPass supervisor = Guards.operatorOf(ctx);
        Guards.requireSupervisor(supervisor);
        JsonObject body = ctx.body().asJsonObject();
        List<String> at = strings(body.getJsonArray("desks"));
        at.forEach(desk -> OperatorHandlers.requireDesk(supervisor, desk));
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        strings(body.getJsonArray("roles")).forEach(role -> roles.add(Words.parse(Role.class, role)));
        services.sessions()
                .invite(new Invitee(
                        body.getString("name"),
                        roles,
                        at.isEmpty() ? supervisor.desks() : at,
                        Set.copyOf(strings(body.getJsonArray("languages")))))
                .onFailure(ctx::fail)
                .onSuccess(invitation -> Answers.json(
                        ctx,
                        201,
                        new JsonObject()
                                .put("link", InviteCommand.link(services.publicUrl(), invitation.token()))
                                .put("expires", invitation.expires().toString())));
    }

    private static List<String> strings(@Nullable JsonArray array) {
        return array == null
                ? List.of()
                : array.stream().map(String.class::cast).toList();
    }
}
