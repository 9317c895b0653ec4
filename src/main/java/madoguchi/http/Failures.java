package madoguchi.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.UUID;
import madoguchi.access.UnauthenticatedException;
import madoguchi.desk.RefusedException;
import madoguchi.journal.JournalUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure into a problem: known ones by their kind, all others into a 500 that tells nothing but an id to look for in the log. */
final class Failures implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int RETRY_SECONDS = 5;

    @Override
    public void handle(RoutingContext ctx) {
        if (ctx.response().ended()) {
            return;
        }
        if (ctx.response().headWritten()) {
            ctx.request().connection().close();
            return;
        }
        answer(ctx, problem(ctx, ctx.failure(), ctx.statusCode()));
    }

    static void answer(RoutingContext ctx, Problem problem) {
        Object retryAfter = problem.more().get(Problem.RETRY_AFTER);
        if (retryAfter != null) {
            ctx.response().putHeader(Problem.RETRY_AFTER, retryAfter.toString());
        }
        if (problem.status() == 401) {
            ctx.response().putHeader("WWW-Authenticate", "Bearer");
        }
        ctx.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(problem.json().toBuffer());
    }

    private static Problem problem(RoutingContext ctx, @Nullable Throwable failure, int status) {
        if (failure instanceof ProblemException e) {
            return e.problem();
        }
        if (failure instanceof RefusedException e) {
            return Refusals.problem(e.refusal());
        }
        if (failure instanceof UnauthenticatedException e) {
            return Problem.of(401, "unauthenticated", "Not signed in", String.valueOf(e.getMessage()));
        }
        if (failure instanceof JournalUnavailableException) {
            return Problem.of(
                            503,
                            "journal-unavailable",
                            "Not possible for now",
                            "journal: cannot write (expected: a moment's patience)")
                    .with(Problem.RETRY_AFTER, RETRY_SECONDS);
        }
        if (failure instanceof HttpException e) {
            return http(ctx, e.getStatusCode(), e.getCause());
        }
        boolean refused = status >= 400 && status < 500; // by Vert.x, of a request that is no HTTP
        return failure == null || refused ? http(ctx, status, failure) : unexpected(failure);
    }

    private static Problem http(RoutingContext ctx, int status, @Nullable Throwable cause) {
        return switch (status) {
            case 400 ->
                Problem.of(
                        400,
                        "invalid-request",
                        "The request cannot be understood",
                        "request: malformed (expected: HTTP as RFC 9110 has it)");
            case 404 -> Problem.of(404, "not-found", "Nothing here", "path: unknown (expected: one of the contract)");
            case 413 ->
                Problem.of(
                        413,
                        "too-large",
                        "The request is too large",
                        "body: too long (expected: at most " + Bodies.limit(ctx) + ")");
            case 415 ->
                Problem.of(
                        415,
                        "unsupported-media-type",
                        "JSON only",
                        "Content-Type: unknown (expected: application/json)");
            default ->
                status >= 500 || status < 0
                        ? unexpected(new IllegalStateException("status " + status, cause))
                        : Problem.of(status, "refused", "Refused", "request: refused (expected: one of the contract)");
        };
    }

    private static Problem unexpected(Throwable failure) {
        String id = UUID.randomUUID().toString();
        LOG.error("request {} failed", id, failure);
        return Problem.of(500, "internal", "Something went wrong on our side", "request: failed (expected: an answer)")
                .with("requestId", id);
    }
}
