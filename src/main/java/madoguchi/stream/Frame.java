package madoguchi.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * One server-sent event, encoded. Immutable: the same bytes go to every stream that is told of it, so nobody may change
 * the buffer.
 */
public final class Frame {

    /** What a stream gets when there is nothing to say: proxies see a byte, {@code EventSource} sees nothing. */
    static final Frame COMMENT = new Frame("", ":\n\n");

    private static final Pattern EVENT = Pattern.compile("[^\\p{Cntrl}]+");
    /** Short and plain, so that a browser may send it back across origins without asking first. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final String event;
    private final Buffer bytes;
    private final ByteBuf chunk;

    private Frame(String event, String text) {
        this(event, Buffer.buffer(text), ByteBuffer::allocate);
    }

    private Frame(String event, Buffer bytes, IntFunction<ByteBuffer> memory) {
        this.event = event;
        this.bytes = bytes;
        byte[] size = (Integer.toHexString(bytes.length()) + "\r\n").getBytes(US_ASCII);
        ByteBuffer chunk = memory.apply(size.length + bytes.length() + 2);
        chunk.put(size).put(bytes.getBytes()).put((byte) '\r').put((byte) '\n').flip();
        this.chunk = Unpooled.wrappedBuffer(chunk);
    }

    /**
     * Encodes an event.
     *
     * @param data any text; its lines may end in CR, LF or CRLF
     * @throws IllegalArgumentException if the event has a control character, or the id another than A-Z a-z 0-9 . _ -
     */
    public static Frame of(String event, String id, String data) {
        require("event", event, EVENT, "one or more characters, none of control");
        require("id", id, ID, "1 to 32 of A-Z a-z 0-9 . _ -");
        StringBuilder text = new StringBuilder(data.length() + event.length() + id.length() + 24);
        text.append("event: ").append(event).append("\nid: ").append(id).append('\n');
        for (String line : LINE_END.split(data, -1)) {
            text.append("data: ").append(line).append('\n');
        }
        return new Frame(event, text.append('\n').toString());
    }

    /** Says how long a client waits before it comes back. */
    static Frame retry(long millis) {
        return new Frame("", retryField(millis));
    }

    static String retryField(long millis) {
        return "retry: " + millis + "\n\n";
    }

    public String event() {
        return event;
    }

    public Buffer bytes() {
        return bytes;
    }

    /** The same event outside the heap, where the kernel can read it: dearer to make, but not copied for each stream. */
    Frame forMany() {
        return new Frame(event, bytes, ByteBuffer::allocateDirect);
    }

    /** The event as one chunk of an HTTP/1.1 body, to be released by whoever writes it. */
    ByteBuf chunk() {
        return chunk.retainedDuplicate();
    }

    private static void require(String name, String value, Pattern form, String expected) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
