package madoguchi.stream;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/** One stream of the load: finds the {@code "t":<nanoseconds>} of each event, however the bytes are cut. */
final class LoadStream {

    private static final String MARK = "\"t\":";

    private boolean greeted;
    private int matched;
    private long number;
    private long newest;

    /** Whether this is the first that is heard of the server. */
    boolean greet() {
        boolean first = !greeted;
        greeted = true;
        return first;
    }

    /** Hands each time over once: a heartbeat repeats the last. */
    void read(ByteBuffer bytes, LongConsumer told) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (matched < MARK.length()) {
                matched = next == MARK.charAt(matched) ? matched + 1 : next == '"' ? 1 : 0;
            } else if (next >= '0' && next <= '9') {
                number = number * 10 + next - '0';
            } else {
                if (number > newest) {
                    newest = number;
                    told.accept(number);
                }
                matched = 0;
                number = 0;
            }
        }
    }
}
