package madoguchi.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.access.OperatorPass;
import madoguchi.access.TicketPass;
import madoguchi.access.UnauthenticatedException;
import madoguchi.desk.Role;

/** Who is asking: reads the ticket token or the session cookie before the handlers that need them. */
final class Guards {

    private static final String TICKET = "madoguchi.ticket";
    private static final String OPERATOR = "madoguchi.operator";
    private static final String BEARER = "Bearer ";

    private final Services services;

    Guards(Services services) {
        this.services = services;
    }

    /** @param scheme as the contract names it */
    Handler<RoutingContext> of(String scheme) {
        return switch (scheme) {
            case "ticket" -> this::ticket;
            case "call" -> this::ticketOrCall;
            case "session" -> this::session;
            case "flow" -> this::flow;
            default -> throw new IllegalArgumentException("security: " + scheme + " (expected: one we can check)");
        };
    }

    private void flow(RoutingContext ctx) {
        String header = String.valueOf(ctx.request().getHeader("Authorization"));
        boolean known = header.startsWith(BEARER)
                && services.zoom()
                        .filter(zoom -> zoom.knows(header.substring(BEARER.length())))
                        .isPresent();
        if (known) {
            ctx.next();
        } else {
            ctx.fail(
                    new UnauthenticatedException("Authorization: missing or wrong", "Bearer and call.zoom.flowSecret"));
        }
    }

    /** What only the room may do. */
    void ticket(RoutingContext ctx) {
        bearer(ctx, services.tokens()::ticket);
    }

    /** What a call page on an origin of its own may do, too. */
    void ticketOrCall(RoutingContext ctx) {
        bearer(ctx, services.tokens()::ticketOrCall);
    }

    private static void bearer(RoutingContext ctx, Function<String, Future<TicketPass>> verify) {
        String header = ctx.request().getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            ctx.fail(new UnauthenticatedException("Authorization: missing", "Bearer and a ticket's token"));
            return;
        }
        ctx.request().pause();
        verify.apply(header.substring(BEARER.length())).onFailure(ctx::fail).onSuccess(pass -> {
            ctx.put(TICKET, pass);
            proceed(ctx);
        });
    }

    void session(RoutingContext ctx) {
        if (!services.sameOrigin().allows(ctx.request().method(), ctx.request().headers())) {
            ctx.fail(new ProblemException(Problem.of(
                    403, "cross-origin", "Only from the console itself", "Origin: another site (expected: our own)")));
            return;
        }
        Optional<String> token = services.cookie().read(ctx.request().headers().getAll("Cookie"));
        if (token.isEmpty()) {
            ctx.fail(new UnauthenticatedException("session: none", "a sign-in link used first"));
            return;
        }
        ctx.request().pause();
        services.sessions().verify(token.get()).onFailure(ctx::fail).onSuccess(pass -> {
            ctx.put(OPERATOR, pass);
            proceed(ctx);
        });
    }

    private static void proceed(RoutingContext ctx) {
        ctx.request().resume();
        ctx.next();
    }

    static TicketPass ticketOf(RoutingContext ctx) {
        return ctx.get(TICKET);
    }

    static OperatorPass operatorOf(RoutingContext ctx) {
        return ctx.get(OPERATOR);
    }

    static void requireSupervisor(OperatorPass pass) {
        if (!pass.roles().contains(Role.SUPERVISOR)) {
            throw new ProblemException(
                    Problem.of(403, "not-a-supervisor", "For supervisors", "role: operator (expected: supervisor)"));
        }
    }
}
