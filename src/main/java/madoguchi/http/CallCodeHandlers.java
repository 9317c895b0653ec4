package madoguchi.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import madoguchi.access.TicketPass;

/** Hands a caller on from the room to a call page on an origin of its own. */
final class CallCodeHandlers {

    private final Services services;

    CallCodeHandlers(Services services) {
        this.services = services;
    }

    void make(RoutingContext ctx) {
        TicketPass pass = Guards.ticketOf(ctx);
        services.callCodes()
                .make(pass)
                .onFailure(ctx::fail)
                .onSuccess(code -> Answers.json(ctx, 201, new JsonObject().put("code", code)));
    }

    void redeem(RoutingContext ctx) {
        services.callCodes()
                .redeem(ctx.body().asJsonObject().getString("code"))
                .onFailure(ctx::fail)
                .onSuccess(redeemed -> Answers.json(
                        ctx,
                        200,
                        new JsonObject()
                                .put("token", redeemed.token())
                                .put("expires", redeemed.pass().expires().toString())
                                .put("reference", redeemed.pass().ticket().reference())));
    }
}
