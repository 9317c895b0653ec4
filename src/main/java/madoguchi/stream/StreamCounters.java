package madoguchi.stream;

import java.util.concurrent.atomic.LongAdder;

/** What a hub has done since it began. Written by its event loop, read by any thread. */
public final class StreamCounters {

    final LongAdder opened = new LongAdder();
    final LongAdder closed = new LongAdder();
    final LongAdder cut = new LongAdder();
    final LongAdder written = new LongAdder();
    final LongAdder folded = new LongAdder();

    StreamCounters() {}

    public long opened() {
        return opened.sum();
    }

    /** Streams that are over, for whatever reason. */
    public long closed() {
        return closed.sum();
    }

    /** Of those closed: the ones whose reader took nothing for too long. */
    public long cut() {
        return cut.sum();
    }

    /** Writes to streams: events, heartbeats and heads. */
    public long written() {
        return written.sum();
    }

    /** Events that were never written because a newer one of their kind came before the reader was ready. */
    public long folded() {
        return folded.sum();
    }
}
