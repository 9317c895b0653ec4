package madoguchi.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Takes a simulator's webhooks, and notes what came. */
final class Receiver implements BeforeEachCallback, AfterEachCallback {

    record Post(String timestamp, String signature, String body) {

        String event() {
            return new JsonObject(body).getString("event");
        }

        boolean signedWith(String secret) {
            return signature.equals(Signatures.v0(secret, timestamp, body));
        }
    }

    final List<Post> posts = new CopyOnWriteArrayList<>();
    volatile int status = 200;
    volatile String secret = Account.WEBHOOK_SECRET;

    private final ZoomSimulator zoom;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server =
            Webhooks.await(vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));

    Receiver(ZoomSimulator zoom) {
        this.zoom = zoom;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        zoom.webhooksTo("http://127.0.0.1:" + server.actualPort() + "/webhooks/zoom");
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            Post post = new Post(
                    request.getHeader("x-zm-request-timestamp"), request.getHeader("x-zm-signature"), body.toString());
            posts.add(post);
            request.response().setStatusCode(status).end(answerTo(post));
        });
    }

    private String answerTo(Post post) {
        if (!post.event().equals("endpoint.url_validation")) {
            return "";
        }
        String plain = new JsonObject(post.body()).getJsonObject("payload").getString("plainToken");
        return new JsonObject()
                .put("plainToken", plain)
                .put("encryptedToken", Signatures.hmac(secret, plain))
                .encode();
    }

    /** Names without their prefix, in the order in which they came. */
    List<String> events() {
        return posts.stream()
                .map(post -> post.event().replace("contact_center.", ""))
                .toList();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Webhooks.await(vertx.close());
    }
}
