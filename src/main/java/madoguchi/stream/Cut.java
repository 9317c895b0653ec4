package madoguchi.stream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;

/**
 * Ends a connection whose peer does not read. {@code HttpConnection.close} and, on HTTP/1, {@code response.reset} write
 * out what is queued before they close (Vert.x 5.0.10), which for such a peer is never; so this closes the channel
 * itself, and with a reset, so that the kernel gives its buffers back at once.
 */
final class Cut {

    private Cut() {}

    @SuppressWarnings("FutureReturnValueIgnored") // the response's close handler tells
    static void off(HttpServerRequest request) {
        Channel channel = ((HttpServerConnection) request.connection())
                .channelHandlerContext()
                .channel();
        if (request.version() == HttpVersion.HTTP_2 && channel.isWritable()) {
            request.response().reset(); // only this stream is stuck, not the connection
        } else {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }
}
