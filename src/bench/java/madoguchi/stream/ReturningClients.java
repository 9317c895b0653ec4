package madoguchi.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Callers in line who come back as the room does ({@code webroot/shared/stream.js}): the first time after the server's
 * {@code retry:}, then after a random time that grows; where a server refuses, so much later as it asks. One thread.
 */
final class ReturningClients implements AutoCloseable {

    private static final Pattern RETRY = Pattern.compile("retry: (\\d+)\n");
    private static final Pattern RETRY_AFTER = Pattern.compile("(?i)\r\nretry-after: (\\d+)\r\n");
    private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+)");
    private static final int IN_FLIGHT = 64;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final PriorityQueue<Caller> away = new PriorityQueue<>(Comparator.comparingLong(caller -> caller.dueAt));
    private final List<Caller> callers = new ArrayList<>();
    private final Random random = new Random(7);
    private final InetSocketAddress server;
    private List<Long> arrivals = new ArrayList<>();

    private static final class Caller {
        final String request;
        final int number;
        StringBuilder heard = new StringBuilder();
        boolean back;
        int attempt;
        long retryMillis;
        long atLeastMillis;
        long dueAt;
        int position;
        int positionBefore;

        Caller(String request, int number) {
            this.request = request;
            this.number = number;
        }
    }

    ReturningClients(InetSocketAddress server, List<String> requests) throws IOException {
        this.server = server;
        requests.forEach(request -> callers.add(new Caller(request, callers.size())));
    }

    int size() {
        return callers.size();
    }

    /** When each was shown their place. */
    List<Long> arrivals() {
        return arrivals;
    }

    void forgetArrivals() {
        arrivals = new ArrayList<>();
        callers.forEach(caller -> caller.positionBefore = caller.position);
    }

    /** How many are shown the place they had. */
    long placesKept() {
        return callers.stream()
                .filter(caller -> caller.back && caller.position > 0 && caller.position == caller.positionBefore)
                .count();
    }

    /** Opens all and waits until each has been shown their place. */
    void open() throws IOException {
        for (Caller caller : callers) {
            connect(caller);
            while (caller.number + 1 - arrivals.size() >= IN_FLIGHT) {
                turn(10);
            }
        }
        while (arrivals.size() < callers.size()) {
            turn(10);
        }
    }

    void pumpUntil(long nanoTime) throws IOException {
        while (System.nanoTime() < nanoTime) {
            turn(10);
        }
    }

    private void turn(long millis) throws IOException {
        selector.select(this::ready, millis);
        for (Caller next = due(); next != null; next = due()) {
            connect(next);
        }
    }

    private @Nullable Caller due() {
        Caller next = away.peek();
        return next != null && next.dueAt <= System.nanoTime() ? away.poll() : null;
    }

    private void connect(Caller caller) throws IOException {
        caller.heard = new StringBuilder();
        caller.back = false;
        SocketChannel channel = SocketChannel.open();
        channel.bind(new InetSocketAddress("127.0.2." + (1 + caller.number / 2_000), 0));
        channel.configureBlocking(false);
        try {
            boolean done = channel.connect(server);
            channel.register(selector, done ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, caller);
        } catch (IOException refused) {
            lose(caller, channel);
        }
    }

    private void ready(SelectionKey key) {
        Caller caller = (Caller) key.attachment();
        SocketChannel channel = (SocketChannel) key.channel();
        try {
            if (key.isReadable()) {
                read(caller, channel);
            } else if (!key.isConnectable() || channel.finishConnect()) {
                channel.write(ByteBuffer.wrap(caller.request.getBytes(UTF_8)));
                key.interestOps(SelectionKey.OP_READ);
            }
        } catch (IOException over) {
            key.cancel();
            lose(caller, channel);
        }
    }

    private void read(Caller caller, SocketChannel channel) throws IOException {
        if (channel.read(buffer.clear()) < 0) {
            throw new IOException("ended");
        }
        String text = UTF_8.decode(buffer.flip()).toString();
        StringBuilder heard = caller.heard.append(text);
        if (!caller.back && heard.indexOf("\r\n\r\n") > 0) {
            requireStream(caller);
        }
        Matcher retry = RETRY.matcher(heard);
        while (retry.find()) {
            caller.retryMillis = Long.parseLong(retry.group(1));
        }
        Matcher position = POSITION.matcher(heard);
        if (position.find()) {
            caller.position = Integer.parseInt(position.group(1));
            arrived(caller);
        }
        if (caller.back || heard.length() > 8_000) {
            heard.setLength(0);
        }
    }

    private static void requireStream(Caller caller) throws IOException {
        if (caller.heard.indexOf("HTTP/1.1 200 ") != 0) {
            Matcher later = RETRY_AFTER.matcher(caller.heard);
            caller.atLeastMillis = later.find() ? 1000 * Long.parseLong(later.group(1)) : 0;
            throw new IOException("refused");
        }
    }

    private void arrived(Caller caller) {
        caller.attempt = 0;
        if (!caller.back) {
            caller.back = true;
            arrivals.add(System.nanoTime());
        }
    }

    private void lose(Caller caller, SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        double backOff = random.nextDouble() * Math.min(30_000, 1_000 * Math.pow(2, caller.attempt));
        double millis =
                caller.atLeastMillis + (caller.attempt == 0 && caller.retryMillis > 0 ? caller.retryMillis : backOff);
        caller.atLeastMillis = 0;
        caller.attempt++;
        caller.dueAt = System.nanoTime() + (long) (millis * 1e6);
        away.add(caller);
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
