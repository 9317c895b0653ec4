package madoguchi.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Sends events to all streams of a {@link HubServer} by its one connection, and waits until they have come. */
final class Trigger implements AutoCloseable {

    /** With {@code data: } and the empty line it makes the referee's 150 bytes. */
    static final int EVENT = 142;

    /** What stands before the time of sending. */
    static final String MARK = "\"t\":";

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final LoadClient client;
    private final SocketChannel connection;
    private final ByteBuffer answer = ByteBuffer.allocate(4096);
    private List<Long> arrivals = new ArrayList<>();
    private long sentAt;

    Trigger(InetSocketAddress server, LoadClient client) throws IOException {
        this.connection = SocketChannel.open(server);
        this.client = client;
        client.onTold(this::arrived);
    }

    private void arrived(long time) {
        if (time == sentAt) {
            arrivals.add(System.nanoTime() - sentAt);
        }
    }

    Latencies tell(int broadcasts) throws IOException {
        Latencies told = new Latencies();
        for (int i = 0; i < broadcasts; i++) {
            told.add(tell(EVENT, client.streams()));
        }
        return told;
    }

    /** @return nanoseconds from the sending to each arrival */
    List<Long> broadcast(int bytes) throws IOException {
        return tell(bytes, client.streams());
    }

    private List<Long> tell(int bytes, int streams) throws IOException {
        arrivals = new ArrayList<>(streams);
        sentAt = System.nanoTime();
        String head = "{\"t\":" + sentAt + ",\"pad\":\"";
        String event = head + "x".repeat(bytes - head.length() - 2) + "\"}";
        write("POST /b HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + bytes + "\r\n\r\n" + event);
        while (arrivals.size() < client.streams() && System.nanoTime() - sentAt < PATIENCE_NANOS) {
            client.pump(10);
        }
        connection.read(answer.clear());
        return arrivals;
    }

    /** How many streams the server says it has. */
    int streamsAtServer() throws IOException {
        write("GET /streams HTTP/1.1\r\nHost: localhost\r\n\r\n");
        connection.read(answer.clear());
        String text = US_ASCII.decode(answer.flip()).toString();
        return Integer.parseInt(text.substring(text.indexOf("\r\n\r\n") + 4));
    }

    private void write(String text) throws IOException {
        for (ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(US_ASCII)); bytes.hasRemaining(); ) {
            connection.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
