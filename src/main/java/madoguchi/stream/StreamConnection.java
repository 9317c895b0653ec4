package madoguchi.stream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One open stream. A reader that is slower than the news costs one write queue and a mailbox that holds the newest
 * frame of each kind; one that takes nothing for too long is cut. Event loop only.
 */
public final class StreamConnection extends Wheel.Entry {

    private static final long NEVER = Long.MAX_VALUE;

    private final StreamHub hub;
    private final Wire wire;
    private final List<Group.Seat> seats;
    private final Promise<Void> closed = Promise.promise();
    private Map<Slot, Frame> mailbox = Map.of();
    /** Set by the first of the ways out; no write follows. */
    private boolean ending;
    /** Set by the last step, and told only after it has been counted. */
    private boolean over;

    private long endAt;
    private long writtenAt;
    private long patience;
    private long cutAt = NEVER;

    /** What is newer replaces what is older of the same slot. */
    private record Slot(String key, String event) {}

    StreamConnection(StreamHub hub, HttpServerRequest request, List<Group> groups) {
        this.hub = hub;
        this.wire = new Wire(request);
        this.seats = new ArrayList<>(groups.size());
        for (Group group : groups) {
            seats.add(group.seat(this, hub.now()));
        }
        request.response().closeHandler(closed -> gone());
    }

    /** Completes when the stream is over, in whichever way. */
    public Future<Void> closed() {
        return closed.future();
    }

    /** Ends the stream cleanly; the client comes back after its {@code retry}. */
    public void end() {
        if (ending) {
            return;
        }
        if (isBlocked()) {
            cut();
            return;
        }
        leave();
        waitForReader();
        wire.end().onComplete(ended -> gone());
    }

    /** Sends the head and {@code first}, and starts the three clocks. */
    void begin(Buffer first, int writeQueue, long endAt) {
        this.endAt = endAt;
        patience = hub.patience();
        wire.begin(first, writeQueue);
        noteWrite();
        reschedule();
    }

    void endBy(long time) {
        endAt = Math.min(endAt, time);
        reschedule();
    }

    void tell(String key, Frame frame) {
        if (!isBlocked()) {
            write(frame);
        } else if (mailbox.put(new Slot(key, frame.event()), frame) != null) {
            hub.counters().folded.increment();
        }
    }

    /** Does what is due; called by the wheel. */
    void look() {
        if (!ending && isBlocked() && !wire.isFull()) {
            emptyMailbox();
        }
        if (hub.now() >= cutAt) {
            cut();
        } else if (!ending && hub.now() >= endAt) {
            sayWhenToReturn();
            end();
        } else if (!ending && hub.now() >= heartbeatAt()) {
            beat();
        }
        reschedule();
    }

    private void sayWhenToReturn() {
        if (!isBlocked()) {
            write(hub.retry());
        }
    }

    /** The present picture is the heartbeat: a client may trust that what it shows is of this quarter of a minute. */
    private void beat() {
        boolean told = false;
        for (Group.Seat seat : seats) {
            if (seat.present() != null && hub.now() >= seat.shownAt() + patience) {
                seat.show(hub.now());
                told = true;
            }
        }
        if (!told && !isBlocked()) {
            write(Frame.COMMENT);
        }
        writtenAt = hub.now();
        patience = hub.patience();
    }

    private void write(Frame frame) {
        wire.write(frame);
        noteWrite();
    }

    private void noteWrite() {
        hub.counters().written.increment();
        writtenAt = hub.now();
    }

    /** Whether news must go to the mailbox; from the first refusal on the reader has a time limit. */
    private boolean isBlocked() {
        if (cutAt == NEVER && wire.isFull()) {
            mailbox = new LinkedHashMap<>();
            waitForReader();
        }
        return cutAt != NEVER;
    }

    private void waitForReader() {
        cutAt = hub.drainDeadline();
        reschedule();
    }

    private void emptyMailbox() {
        cutAt = NEVER;
        Iterator<Frame> waiting = mailbox.values().iterator();
        while (waiting.hasNext() && !wire.isFull()) {
            write(waiting.next());
            waiting.remove();
        }
        if (waiting.hasNext()) {
            waitForReader();
        } else {
            mailbox = Map.of();
        }
    }

    private void cut() {
        hub.counters().cut.increment();
        leave();
        wire.cut();
        gone();
    }

    /** The last step of every way out; only the first call counts. */
    private void gone() {
        leave();
        if (!over) {
            over = true;
            cutAt = NEVER;
            hub.gone(this);
            closed.complete();
        }
    }

    /** Takes the stream out of its groups, once. */
    private void leave() {
        if (!ending) {
            ending = true;
            mailbox = Map.of();
            seats.forEach(hub::vacate);
        }
    }

    /** News of a caller's own do not make up for a picture of the desk that grows old. */
    private long heartbeatAt() {
        long oldest = NEVER;
        for (Group.Seat seat : seats) {
            oldest = seat.present() == null ? oldest : Math.min(oldest, seat.shownAt());
        }
        return (oldest == NEVER ? writtenAt : oldest) + patience;
    }

    /** A reader that is waited for is looked at every turn. */
    private void reschedule() {
        if (cutAt != NEVER) {
            hub.schedule(this, hub.now());
        } else if (!ending) {
            hub.schedule(this, Math.min(endAt, heartbeatAt()));
        }
    }
}
