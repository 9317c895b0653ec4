package madoguchi.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Many streams to one server, read by one thread. */
final class LoadClient implements AutoCloseable {

    private static final int IN_FLIGHT = 128;
    /** Streams from one source address: fewer than it has ports. */
    private static final int PER_ADDRESS = 5_000;

    private static final int BUFFER = 64 * 1024;
    private static final int SMALL_BUFFER = 4096;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final byte[] GET = "GET /sse HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);

    /** All connections ever made by this process, to choose source addresses by. */
    private int connected;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final List<SocketChannel> standing = new ArrayList<>();
    private final List<SocketChannel> dripping = new ArrayList<>();
    private final InetSocketAddress server;
    private final SocketChannel control;
    private int greeted;
    private int lost;
    private List<Long> latencies = new ArrayList<>();
    private long sentAt;

    LoadClient(InetSocketAddress server) throws IOException {
        this.server = server;
        this.control = SocketChannel.open(server);
    }

    /** Streams that were ended from the other side. */
    int lost() {
        return lost;
    }

    /** Opens streams and waits until each has its first bytes. */
    void open(int streams) throws IOException {
        int wanted = greeted + streams;
        for (int started = greeted; greeted < wanted; pump(10)) {
            while (started < wanted && started - greeted < IN_FLIGHT) {
                SocketChannel channel = connect(BUFFER);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new LoadStream());
                started++;
            }
        }
    }

    /** Opens streams that are never read. */
    void openStanding(int streams) throws IOException {
        for (int i = 0; i < streams; i++) {
            standing.add(connect(SMALL_BUFFER));
        }
    }

    /** Opens streams that take only what {@link #drip} takes. */
    void openDripping(int streams) throws IOException {
        for (int i = 0; i < streams; i++) {
            SocketChannel channel = connect(SMALL_BUFFER);
            channel.configureBlocking(false);
            dripping.add(channel);
        }
    }

    /** Takes ten bytes from each of the dripping. */
    void drip() throws IOException {
        for (SocketChannel channel : dripping) {
            try {
                channel.read(buffer.clear().limit(10));
            } catch (IOException cut) {
                channel.close();
            }
        }
        dripping.removeIf(channel -> !channel.isOpen());
    }

    /** How many streams the server says it has. */
    int streamsAtServer() throws IOException {
        write(control, "GET /streams HTTP/1.1\r\nHost: localhost\r\n\r\n");
        control.read(buffer.clear());
        String answer = US_ASCII.decode(buffer.flip()).toString();
        return Integer.parseInt(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }

    /** Closes some streams and opens as many. */
    void replace(int streams) throws IOException {
        List<SelectionKey> leaving = selector.keys().stream().limit(streams).toList();
        for (SelectionKey key : leaving) {
            key.channel().close();
        }
        selector.selectNow();
        greeted -= leaving.size();
        open(leaving.size());
    }

    /** Closes all streams. */
    void leave() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.selectNow();
        greeted = 0;
    }

    /**
     * Sends an event to all and reads until every stream has it.
     *
     * @return nanoseconds from the sending to each arrival
     */
    List<Long> broadcast(int bytes) throws IOException {
        latencies = new ArrayList<>(greeted);
        sentAt = System.nanoTime();
        String head = "{\"t\":" + sentAt + ",\"pad\":\"";
        String event = head + "x".repeat(bytes - head.length() - 2) + "\"}";
        write(control, "POST /b HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + bytes + "\r\n\r\n" + event);
        while (latencies.size() < selector.keys().size() && System.nanoTime() - sentAt < PATIENCE_NANOS) {
            pump(10);
        }
        control.read(buffer.clear());
        return latencies;
    }

    private void pump(long millis) throws IOException {
        selector.select(this::read, millis);
    }

    private void read(SelectionKey key) {
        LoadStream stream = (LoadStream) key.attachment();
        try {
            if (((SocketChannel) key.channel()).read(buffer.clear()) < 0) {
                throw new IOException("ended");
            }
            greeted += stream.greet() ? 1 : 0;
            stream.read(buffer.flip(), this::arrived);
        } catch (IOException over) {
            lost++;
            key.cancel();
        }
    }

    private void arrived(long time) {
        if (time == sentAt) {
            latencies.add(System.nanoTime() - sentAt);
        }
    }

    private SocketChannel connect(int receiveBuffer) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.bind(new InetSocketAddress("127.0.1." + (1 + connected++ / PER_ADDRESS), 0));
        channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
        channel.connect(server);
        channel.write(ByteBuffer.wrap(GET));
        return channel;
    }

    private static void write(SocketChannel channel, String text) throws IOException {
        for (ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(US_ASCII)); bytes.hasRemaining(); ) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        leave();
        for (List<SocketChannel> slow : List.of(standing, dripping)) {
            for (SocketChannel channel : slow) {
                channel.close();
            }
        }
        selector.close();
        control.close();
    }
}
