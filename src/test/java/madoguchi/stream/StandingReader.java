package madoguchi.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** A client with a small receive buffer that takes a byte only when it is asked to. */
final class StandingReader implements Closeable {

    static final int RECEIVE_BUFFER = 4096;

    private final Socket socket = new Socket();

    /** Opens the stream and reads as far as its greeting. */
    StandingReader(int port, String keys) {
        try {
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream()
                    .write(("GET /" + keys + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        readTo("\n\n");
    }

    /** Reads up to and with {@code end}, and gives back what stood before it. */
    String readTo(String end) {
        try {
            InputStream in = socket.getInputStream();
            StringBuilder read = new StringBuilder();
            while (!endsWith(read, end)) {
                int next = in.read();
                if (next < 0) {
                    throw new AssertionError("ended after: " + read);
                }
                read.append((char) next);
            }
            return read.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads on to the end: whether that is a reset, and not the clean end of a response. */
    boolean isReset() {
        try {
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            return false;
        } catch (SocketException reset) {
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean endsWith(StringBuilder text, String end) {
        int start = text.length() - end.length();
        return start >= 0 && text.indexOf(end, start) == start;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
