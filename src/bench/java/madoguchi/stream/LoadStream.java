package madoguchi.stream;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/**
 * One stream of the load: finds the number behind a mark in each event, however the bytes are cut. The number ends at a comma
 * or a quotation mark; what else stands between its digits is skipped, so that a time of day is a number, too.
 */
final class LoadStream {

    private final String mark;
    private boolean greeted;
    private int matched;
    private long number;
    private long newest;

    LoadStream(String mark) {
        this.mark = mark;
    }

    /** Whether this is the first that is heard of the server. */
    boolean greet() {
        boolean first = !greeted;
        greeted = true;
        return first;
    }

    /** Hands each number over once: a heartbeat repeats the last. */
    void read(ByteBuffer bytes, LongConsumer told) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (matched < mark.length()) {
                matched = next == mark.charAt(matched) ? matched + 1 : next == '"' ? 1 : 0;
            } else if (next >= '0' && next <= '9') {
                number = number * 10 + next - '0';
            } else if (next == ',' || next == '"') {
                ended(told);
            }
        }
    }

    private void ended(LongConsumer told) {
        if (number > newest) {
            newest = number;
            told.accept(number);
        }
        matched = 0;
        number = 0;
    }
}
