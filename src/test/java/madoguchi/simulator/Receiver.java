package madoguchi.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes webhooks, and notes what came. */
final class Receiver implements AutoCloseable {

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

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server =
            Webhooks.await(vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));

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

    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/webhooks/zoom";
    }

    /** Names without their prefix, in the order in which they came. */
    List<String> events() {
        return posts.stream()
                .map(post -> post.event().replace("contact_center.", ""))
                .toList();
    }

    @Override
    public void close() {
        Webhooks.await(vertx.close());
    }
}
