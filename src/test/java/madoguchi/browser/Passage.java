package madoguchi.browser;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Another origin of the same server, known before the server is: what comes in goes on to it byte by byte. */
final class Passage implements AfterAllCallback {

    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient();
    private final NetServer entrance;
    private volatile int port;

    Passage() throws Exception {
        entrance = vertx.createNetServer()
                .connectHandler(this::pass)
                .listen(0, "127.0.0.1")
                .await(60, TimeUnit.SECONDS);
    }

    private void pass(NetSocket from) {
        from.pause();
        client.connect(port, "127.0.0.1")
                .onFailure(refused -> from.close())
                .onSuccess(to -> Future.join(from.pipeTo(to), to.pipeTo(from)));
    }

    String origin() {
        return "http://127.0.0.1:" + entrance.actualPort();
    }

    void leadsTo(String server) {
        port = URI.create(server).getPort();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        vertx.close().await(60, TimeUnit.SECONDS);
    }
}
