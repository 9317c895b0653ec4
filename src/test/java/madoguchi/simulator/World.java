package madoguchi.simulator;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.util.Random;

/** One account with its agents, calls, time and switches, and the faces it shows. */
final class World {

    private static final long SEED = 20261124;

    final Switches switches = new Switches();
    final Account account = new Account();
    final SimulatedClock clock;
    final Webhooks webhooks;
    final ContactCenter center;
    final Tokens tokens;
    final Gate gate;
    final Router router;

    World(Vertx vertx, WebClient client, Clock beneath) {
        Random random = new Random(SEED);
        clock = new SimulatedClock(beneath);
        webhooks = new Webhooks(client, clock, switches, random);
        center = new ContactCenter(account, clock, switches, new Notices(webhooks, clock, switches), random);
        tokens = new Tokens(account, clock, switches, random);
        gate = new Gate(tokens, clock, switches);
        router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false));
        router.post("/oauth/token").handler(tokens::handle);
        Paging paging = new Paging(clock, switches, random);
        new RestFace(center, gate, paging, clock, switches).mount(router);
        new ControlFace(center, webhooks, clock, switches).mount(router);
        new BrowserFace(vertx, center, clock, switches).mount(router);
    }
}
