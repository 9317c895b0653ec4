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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/** Many streams to one server, read by one thread. */
final class LoadClient implements AutoCloseable {

    private static final int IN_FLIGHT = 128;
    /** Streams from one source address: fewer than it has ports. */
    private static final int PER_ADDRESS = 5_000;

    private static final int BUFFER = 64 * 1024;
    private static final int SMALL_BUFFER = 4096;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final Random random = new Random(7);
    private final List<SocketChannel> standing = new ArrayList<>();
    private final List<SocketChannel> dripping = new ArrayList<>();
    private final InetSocketAddress server;
    private final IntFunction<String> requests;
    private final List<String> marks;
    private int connected;
    /** Opened, and nothing heard yet. */
    private int waiting;

    private int lost;
    private LongConsumer told = number -> {};

    /**
     * @param requests the head of each request, by the number of its stream
     * @param marks what stands in an event before the number that is waited for
     */
    LoadClient(InetSocketAddress server, IntFunction<String> requests, String... marks) throws IOException {
        this.server = server;
        this.requests = requests;
        this.marks = List.of(marks);
    }

    static String get(int port, String path, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: text/event-stream\r\n" + more
                + "\r\n";
    }

    /** The streams that are read. */
    int streams() {
        return selector.keys().size();
    }

    /** Streams that were ended from the other side. */
    int lost() {
        return lost;
    }

    /** Hears every new number of every stream. */
    void onTold(LongConsumer listener) {
        told = listener;
    }

    /** Opens streams and waits until each has its first bytes. */
    void open(int streams) throws IOException {
        for (int left = streams; left > 0 || waiting > 0; pump(10)) {
            for (; left > 0 && waiting < IN_FLIGHT; left--) {
                SocketChannel channel = connect(BUFFER);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new LoadStream(marks));
                waiting++;
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

    /** Closes some streams and opens as many. */
    void replace(int streams) throws IOException {
        List<SelectionKey> all = new ArrayList<>(selector.keys());
        Collections.shuffle(all, random);
        for (SelectionKey key : all.subList(0, streams)) {
            key.channel().close();
        }
        selector.selectNow();
        open(streams);
    }

    /** Closes all streams. */
    void leave() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.selectNow();
    }

    /** Reads what comes, for at most so long. */
    void pump(long millis) throws IOException {
        selector.select(this::read, millis);
    }

    /** Reads what comes until then. */
    void pumpUntil(long nanoTime) throws IOException {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            pump(Math.max(1, left / 1_000_000));
        }
    }

    private void read(SelectionKey key) {
        LoadStream stream = (LoadStream) key.attachment();
        try {
            if (((SocketChannel) key.channel()).read(buffer.clear()) < 0) {
                throw new IOException("ended");
            }
            buffer.flip();
            if (stream.greet()) {
                waiting--;
                requireOk();
            }
            stream.read(buffer, told);
        } catch (IOException over) {
            lost++;
            waiting -= stream.greet() ? 1 : 0;
            key.cancel();
        }
    }

    private void requireOk() {
        String answer = US_ASCII.decode(buffer.duplicate()).toString();
        if (!answer.startsWith("HTTP/1.1 200 ")) {
            throw new IllegalStateException("answer: " + answer + " (expected: a stream)");
        }
    }

    private SocketChannel connect(int receiveBuffer) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.bind(new InetSocketAddress("127.0.1." + (1 + connected / PER_ADDRESS), 0));
        channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
        channel.connect(server);
        channel.write(ByteBuffer.wrap(requests.apply(connected++).getBytes(US_ASCII)));
        return channel;
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
    }
}
