package madoguchi.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.desk.waits.PromiseRecord;
import org.jspecify.annotations.Nullable;

/**
 * One desk in memory: its line, its tickets, its operators. Deterministic: the same events give the same desk, and time comes
 * in as an argument. {@link #decide} says what follows from a command and changes nothing; {@link #apply} changes the desk and
 * cannot fail.
 *
 * <pre>
 *             Join             Called             HandedOff             Answered           HungUp
 *   (none) ─────────▶ Waiting ────────▶ Called ─────────────▶ HandedOff ─────────▶ InCall ─────────▶ InCall (hung up)
 *                      │  ▲              │ │ ▲│                  │ │                │ │                  │
 *                      │  │   WentBack   │ │ └┘ Extended         │ │                │ │                  │
 *                      │  └──────────────┴─┼────────────────────┴─┼────────────────┘ │                  │
 *                      │ Ended             │ Ended                │ Ended            │ Ended            │ Ended
 *                      ▼ left, abandoned,  ▼ left, no-show,       ▼ left             ▼ solved,          ▼ … or dropped:
 *                        closed              closed                                    follow-up, …       no outcome named
 *
 *   Waiting:  Here ─ SteppedAway ▶ away ─ CameBack ▶ Here          Here ─ Parked ▶ parked ─ Returned ▶ Here
 *
 *   WentBack: not joined in time, the first time   → three places down       (the second time: no-show)
 *             more time, while others are ready    → front; the operator calls another one first
 *             not answered, call failed, put back,
 *             operator gone                        → front
 *
 *   Operator: Offline ◀▶ Available ─ Called ▶ Ringing ─ Answered ▶ OnCall ─ HungUp ▶ WrapUp (outcome owed)
 *             Break   ◀▶     ▲                   │                   └─── Ended ───▶ WrapUp ◀─── Ended ─┘
 *                            └───────────────────┴─── WentBack, Ended ────┘ (the time is over, or a wish was waiting)
 *
 *   Observed (the call provider answers the calls): Sighted sets Offline, Available, Break and Occupied, and what follows after
 *             a call; Reassigned gives a caller to whom the provider gave them; one taken back too early goes through Called and
 *             HandedOff to InCall at once; Corrected mends the outcome of a ticket that has ended, because the provider told late
 *             that it was answered, or how its outcome is called
 * </pre>
 *
 * <p>Whoever hosts it asks {@link Command.Advance} after each command until it answers nothing, and again at {@link #nextDue}:
 * calling up and everything that lapses is decided there alone. Owned by one thread.
 */
public final class Desk {

    private final DeskState state;
    private final Rules rules = new Rules();
    private final Effects effects = new Effects();
    private final ClockRules clock;
    private final Views views;

    /** A desk to which nothing has happened yet. */
    public Desk(DeskRules rules) {
        this(Snapshots.empty(rules));
    }

    private Desk(DeskState state) {
        this.state = state;
        CallUp callUp = new CallUp(state);
        this.clock = new ClockRules(state, callUp);
        this.views = new Views(state);
        clock.fill(rules);
        new JoinRules(state).fill(rules);
        new CallerRules(state).fill(rules);
        new CallRules(state, callUp).fill(rules);
        new OperatorRules(state).fill(rules);
        new LeaseRules(state).fill(rules);
        if (state.rules.staffing() == DeskRules.Staffing.PROVIDER) {
            new ObservedRules(state).fill(rules);
            new ProviderRules(state).fill(rules);
        }
        OperatorEffects operators = new OperatorEffects(state);
        operators.fill(effects);
        new WaitingEffects(state).fill(effects);
        new CallEffects(state, operators).fill(effects);
    }

    /** The desk as it was when the snapshot was taken. */
    public static Desk restore(DeskRules rules, DeskSnapshot snapshot) {
        return new Desk(Snapshots.restore(rules, snapshot));
    }

    public DeskSnapshot snapshot() {
        return Snapshots.take(state);
    }

    /**
     * Says what follows from a command; an empty list where nothing needs to happen, e.g. because it has happened already.
     *
     * @throws RefusedException with the reason
     */
    public List<Event> decide(Command command, Instant now) {
        return rules.decide(command, now);
    }

    /** Makes an event that this desk decided, or its journal kept, part of the desk. */
    public void apply(Event event) {
        state.day.turn(event.at());
        effects.apply(event);
        state.tickets.forget(event.at());
        state.version++;
    }

    /** How many events have happened. */
    public long version() {
        return state.version;
    }

    /** Grows with every insertion into, removal from, park in and return to the line: by one it changes no position by more than one. */
    public long moves() {
        return state.line.moves();
    }

    /** The rank in the line, 1 for the head; 0 unless counted there. */
    public int position(TicketId ticket) {
        return state.tickets.find(ticket).map(state.line::position).orElse(0);
    }

    /** The picture of a live or recently ended ticket. */
    public Optional<TicketView> ticket(TicketId ticket, Instant now) {
        return views.ticket(ticket);
    }

    /** The ticket to which a join with these would return. The device finds live ones, the key also one that ended a short while ago. */
    public Optional<TicketId> liveTicket(@Nullable String device, @Nullable String idempotencyKey) {
        return state.tickets.rejoined(device, idempotencyKey).map(Ticket::id);
    }

    /** Every ticket that has not ended, in no particular order. */
    public Collection<TicketId> liveTicketIds() {
        return state.tickets.live();
    }

    /** The tickets that ended lately and were in the call provider's hands before, the last one to end first. */
    public List<TicketId> lateCalls() {
        List<TicketId> calls = state.tickets.ended().stream()
                .filter(ticket -> ticket.handedOff)
                .map(Ticket::id)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(calls);
        return Collections.unmodifiableList(calls);
    }

    /** How many {@link #liveTicketIds} there are, without looking at each. */
    public int liveTickets() {
        return state.tickets.liveCount();
    }

    public List<Board.OperatorView> operators() {
        return state.roster.all().stream().map(Views::operator).toList();
    }

    /** The picture of the desk; its cost does not depend on the length of the line. */
    public Board board(Instant now) {
        return views.board(now);
    }

    /** How well the ranges told at the joins were kept. */
    public PromiseRecord promises() {
        return state.forecast.promises();
    }

    /** When {@link Command.Advance} must be asked next at the latest; empty if nothing pends. */
    public Optional<Instant> nextDue(Instant now) {
        return clock.nextDue(now);
    }
}
