package madoguchi.stream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import org.jspecify.annotations.Nullable;

/**
 * The way out of one stream. On HTTP/1.1 a stream has its connection to itself to the end, so its frames go to the
 * channel as ready chunks, past Vert.x's queue and the HTTP encoder, and without the server's idle clock, which the
 * stream's own clocks replace. That is all that is done below Vert.x, and it takes a third off what a broadcast costs
 * (src/bench/README.md). Event loop only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close ends in the response's close handler
final class Wire {

    private final HttpServerResponse response;
    private final Channel channel;
    private final boolean alone;
    private final @Nullable ChannelHandlerContext belowEncoder;

    Wire(HttpServerRequest request) {
        response = request.response();
        channel = ((HttpServerConnection) request.connection())
                .channelHandlerContext()
                .channel();
        alone = request.version() != HttpVersion.HTTP_2;
        belowEncoder = request.version() == HttpVersion.HTTP_1_1
                ? channel.pipeline().context(HttpResponseEncoder.class)
                : null;
        if (alone) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            stopIdleClock();
        }
    }

    /** Sends the head and {@code first}. */
    void begin(Buffer first, int writeQueue) {
        response.setWriteQueueMaxSize(writeQueue);
        response.write(first);
    }

    void write(Frame frame) {
        if (belowEncoder != null) {
            belowEncoder.writeAndFlush(frame.chunk(), belowEncoder.voidPromise());
        } else {
            response.write(frame.bytes());
        }
    }

    /** Whether more is waiting than a reader is allowed. Not to be asked after {@link #end}. */
    boolean isFull() {
        return alone ? !channel.isWritable() : response.writeQueueFull();
    }

    /** Completes when the reader has the last byte. */
    Future<Void> end() {
        return response.end().onSuccess(ended -> {
            if (alone) {
                channel.close();
            }
        });
    }

    /**
     * Ends at once, whatever is still queued. {@code HttpConnection.close} and, on HTTP/1, {@code response.reset} write
     * out the queue before they close (Vert.x 5.0.10), which for a peer that does not read is never. The reset makes
     * the kernel give its buffers back, too.
     */
    void cut() {
        if (!alone && channel.isWritable()) {
            response.reset(); // only this stream is stuck, not the connection
        } else if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }

    private void stopIdleClock() {
        ChannelHandlerContext idle = channel.pipeline().context(IdleStateHandler.class);
        if (idle != null) {
            channel.pipeline().remove(idle.handler());
        }
    }
}
