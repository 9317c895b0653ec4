package madoguchi.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;

/**
 * Cuts off a client that asks on and on and reads no answer: on HTTP/1.1 Vert.x would keep all the answers for it until the
 * memory is full (5.0.10). HTTP/2 has a limit of requests at a time. Event loop only.
 */
final class UnreadAnswers {

    private UnreadAnswers() {}

    /** @return whether the request comes from such a client, who is gone now */
    @SuppressWarnings("FutureReturnValueIgnored") // the connection's close handlers hear of it
    static boolean cut(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return false;
        }
        Channel channel = ((HttpServerConnection) request.connection())
                .channelHandlerContext()
                .channel();
        if (!channel.isWritable()) {
            channel.flush();
        }
        if (channel.isWritable()) {
            return false;
        }
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
        return true;
    }
}
