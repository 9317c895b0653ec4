package madoguchi.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One caller's place and what has become of it. Owned by the desk's thread; changed by applying events alone. */
final class Ticket {

    static final int NO_SLOT = -1;

    final Event.Joined joined;

    /** The bit of the ticket's language, 0 for one the desk no longer has. */
    final int language;

    TicketState state = TicketState.Waiting.HERE;
    int slot = NO_SLOT;

    @Nullable
    MicrophoneResult microphone;

    int extensionsLeft;
    boolean steppedAway;

    @Nullable
    Instant awayUntil;

    /** Whether the caller has let a join window pass once. */
    boolean missed;

    /** Whether the call provider has ever had it. */
    boolean handedOff;

    /** Whether an operator has ever answered. */
    boolean answered;

    /** Whether this wait tells nothing about the desk any more: it is known already, or the caller was away in it. */
    boolean waitCounted;

    /** When the lease ran out of one that has not come back since. */
    @Nullable
    Instant parked;

    /** The estimate at the join in seconds, which the true wait is compared with; 0 where there was none. */
    double point;

    boolean feedbackGiven;
    /** Each request and its answer, null while there is none; in the order of asking. */
    Map<ConsentId, @Nullable Boolean> consents = Map.of();

    Ticket(Event.Joined joined, int language, int extensions) {
        this.joined = joined;
        this.language = language;
        this.extensionsLeft = extensions;
    }

    TicketId id() {
        return joined.ticket();
    }

    boolean waits(TicketState.Presence presence) {
        return state instanceof TicketState.Waiting w && w.presence() == presence;
    }

    boolean waiting() {
        return state instanceof TicketState.Waiting;
    }

    boolean counted() {
        return waiting() && !waits(TicketState.Presence.PARKED);
    }

    boolean ended() {
        return state instanceof TicketState.Ended;
    }

    boolean passed() {
        return microphone == MicrophoneResult.PASSED;
    }

    /** Present, and the microphone check passed. */
    boolean ready() {
        return waits(TicketState.Presence.HERE) && passed();
    }

    void consent(ConsentId consent, @Nullable Boolean granted) {
        consents = new LinkedHashMap<>(consents);
        consents.put(consent, granted);
    }

    /** What {@link Line} finds the ticket by. */
    long marks() {
        if (!waiting()) {
            return 0;
        }
        return Line.WAITING
                | (waits(TicketState.Presence.HERE) ? Line.present(language) : 0)
                | (ready() ? Line.ready(language) : 0);
    }

    /** The operator who called it, or null while it waits and when it has ended. */
    @Nullable
    OperatorId operator() {
        if (state instanceof TicketState.Called called) {
            return called.operator();
        }
        if (state instanceof TicketState.HandedOff handedOff) {
            return handedOff.operator();
        }
        return state instanceof TicketState.InCall inCall ? inCall.operator() : null;
    }

    /** Another operator has it now; nothing else about its state changes. */
    void passTo(OperatorId other) {
        if (state instanceof TicketState.Called called) {
            state = new TicketState.Called(other, called.until());
        } else if (state instanceof TicketState.HandedOff handedOff) {
            state = new TicketState.HandedOff(other, handedOff.since());
        } else if (state instanceof TicketState.InCall inCall) {
            state = new TicketState.InCall(other, inCall.since(), inCall.hungUp());
        }
    }

    /** The state as people write it. */
    String word() {
        if (state instanceof TicketState.Waiting waiting) {
            return switch (waiting.presence()) {
                case HERE -> "waiting";
                case STEPPED_AWAY -> "stepped-away";
                case PARKED -> "parked";
            };
        }
        if (state instanceof TicketState.Called) {
            return "called";
        }
        if (state instanceof TicketState.HandedOff) {
            return "handed-off";
        }
        return state instanceof TicketState.InCall inCall ? inCall.hungUp() ? "hung-up" : "in-call" : "ended";
    }
}
