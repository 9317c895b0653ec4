package madoguchi.stream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client that sees only bytes. */
final class RawClient {

    private final NetSocket socket;
    private final Promise<Void> ended = Promise.promise();
    private final Buffer received = Buffer.buffer();
    private @Nullable Predicate<String> wanted;
    private Promise<String> found = Promise.promise();

    RawClient(NetSocket socket) {
        this.socket = socket;
        socket.handler(this::take);
        socket.closeHandler(ended::tryComplete);
    }

    void send(String text) {
        HubFixture.await(socket.write(text));
    }

    void close() {
        HubFixture.await(socket.close());
    }

    /** Everything received so far, once it contains {@code text}. */
    String awaitText(String text) {
        return awaitThat(all -> all.contains(text));
    }

    String awaitThat(Predicate<String> condition) {
        return HubFixture.await(until(condition));
    }

    void awaitEnd() {
        HubFixture.await(ended.future());
    }

    /** The body so far without its chunk frames. */
    synchronized String body() {
        return Chunks.join(received.toString());
    }

    synchronized String head() {
        String all = received.toString();
        return all.substring(0, all.indexOf("\r\n\r\n") + 2);
    }

    private synchronized Future<String> until(Predicate<String> condition) {
        wanted = condition;
        found = Promise.promise();
        check();
        return found.future();
    }

    private synchronized void take(Buffer bytes) {
        received.appendBuffer(bytes);
        check();
    }

    private void check() {
        String all = received.toString();
        if (wanted != null && wanted.test(all)) {
            found.tryComplete(all);
        }
    }
}
