package madoguchi.stream;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * One stream of the load: finds the number behind some marks, one after the other, in each event, however the bytes are cut. The
 * number ends at a comma or a quotation mark; what else stands between its digits is skipped, so that a time is a number, too.
 */
final class LoadStream {

    private final List<String> marks;
    private boolean greeted;
    private int found;
    private int matched;
    private long number;
    private long newest;

    LoadStream(List<String> marks) {
        this.marks = marks;
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
            if (found < marks.size()) {
                match(marks.get(found), next);
            } else if (next >= '0' && next <= '9') {
                number = number * 10 + next - '0';
            } else if (next == ',' || next == '"') {
                ended(told);
            }
        }
    }

    private void match(String mark, byte next) {
        matched = next == mark.charAt(matched) ? matched + 1 : next == mark.charAt(0) ? 1 : 0;
        if (matched == mark.length()) {
            found++;
            matched = 0;
        }
    }

    private void ended(LongConsumer told) {
        if (number > newest) {
            newest = number;
            told.accept(number);
        }
        found = 0;
        number = 0;
    }
}
