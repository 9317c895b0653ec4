package madoguchi.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import madoguchi.call.zoom.Webhooks;
import madoguchi.call.zoom.ZoomVerticle;

/** What Zoom's servers tell us. Answered before anything follows from it. */
final class ZoomHandlers {

    private final Optional<ZoomVerticle> zoom;

    ZoomHandlers(Optional<ZoomVerticle> zoom) {
        this.zoom = zoom;
    }

    void event(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        Buffer body = ctx.body().buffer() == null ? Buffer.buffer() : ctx.body().buffer();
        Webhooks.Verdict verdict = account()
                .webhooks()
                .receive(body, request.getHeader("x-zm-request-timestamp"), request.getHeader("x-zm-signature"));
        if (verdict instanceof Webhooks.Verdict.Challenged challenged) {
            Answers.json(ctx, 200, challenged.answer());
        } else if (verdict instanceof Webhooks.Verdict.Refused refused) {
            ctx.fail(new ProblemException(Problem.of(401, "not-from-zoom", "Not believed", refused.detail())));
        } else {
            Answers.nothing(ctx);
        }
    }

    void link(RoutingContext ctx) {
        JsonObject said = ctx.body().asJsonObject();
        account()
                .link(said.getString("ticket"), said.getString("engagement"))
                .onFailure(ctx::fail)
                .onSuccess(linked -> {
                    if (linked) {
                        Answers.nothing(ctx);
                    } else {
                        ctx.fail(unknown(said.getString("ticket")));
                    }
                });
    }

    private static ProblemException unknown(String ticket) {
        return new ProblemException(Problem.of(
                404,
                "unknown-ticket",
                "No such ticket in Zoom",
                "ticket: " + ticket + " (expected: one that was handed off)"));
    }

    private ZoomVerticle account() {
        return zoom.orElseThrow(() -> new ProblemException(Problem.of(
                404, "no-zoom", "Nothing of Zoom's here", "provider: direct (expected: zoom, at one desk at least)")));
    }
}
