package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A desk with a line of this length, every second ticket of each language, every eighth ready. */
@State(Scope.Thread)
public class LongLine {

    /** Joins or leaves in a row. */
    static final int STEPS = 1000;

    private static final OperatorId OPERATOR = new OperatorId("a".repeat(26));

    @Param({"1000", "100000", "1000000"})
    public int waiting;

    private final Random random = new Random(1);
    private final TicketId[] fresh = new TicketId[STEPS];
    private Desk desk = new Desk(rules());
    private TicketId[] tickets = new TicketId[0];
    private int length;
    private Instant now = Instant.parse("2026-11-24T03:00:00Z");

    private static DeskRules rules() {
        return new DeskRules(
                "bench",
                ZoneId.of("Asia/Tokyo"),
                List.of("ja", "en"),
                List.of(),
                OpeningHours.ALWAYS,
                Integer.MAX_VALUE,
                DeskRules.Calling.MANUAL,
                Duration.ofSeconds(60),
                10,
                3,
                Duration.ofSeconds(20),
                Duration.ofMinutes(5),
                Duration.ZERO,
                Duration.ofMinutes(2),
                Duration.ofMinutes(15),
                Duration.ofMinutes(8),
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                DeskRules.Staffing.CONSOLE,
                Outcome.DROPPED);
    }

    @Setup(Level.Trial)
    public void fill() {
        desk = new Desk(rules());
        take(new Command.Enrol(OPERATOR, Set.of(Role.OPERATOR), Set.of("ja")));
        take(new Command.SetStatus(OPERATOR, Command.Wish.AVAILABLE));
        tickets = new TicketId[waiting + STEPS];
        for (length = 0; length < waiting; ) {
            TicketId ticket = TicketId.random(random);
            join(ticket);
            if (length % 8 == 0) {
                take(new Command.CheckMicrophone(ticket, MicrophoneResult.PASSED));
            }
        }
    }

    void makeIds() {
        Arrays.setAll(fresh, i -> TicketId.random(random));
    }

    long join() {
        for (TicketId ticket : fresh) {
            now = now.plusMillis(10);
            join(ticket);
        }
        return desk.version();
    }

    private void join(TicketId ticket) {
        take(new Command.Join(ticket, (length & 1) == 0 ? "ja" : "en", null, null, null));
        tickets[length++] = ticket;
    }

    long leave() {
        for (int i = 0; i < STEPS; i++) {
            now = now.plusMillis(10);
            int index = random.nextInt(length);
            take(new Command.Leave(tickets[index]));
            tickets[index] = tickets[--length];
        }
        return desk.version();
    }

    /** One call of the next in the order of service, and that caller's return to the front, so that there is another. */
    long callAndReturn() {
        Event.Called called = (Event.Called)
                desk.decide(new Command.CallNext(OPERATOR, null), now).get(0);
        desk.apply(called);
        take(new Command.PutBack(OPERATOR, called.ticket()));
        return desk.version();
    }

    int position() {
        return desk.position(tickets[random.nextInt(length)]);
    }

    private void take(Command command) {
        desk.decide(command, now).forEach(desk::apply);
    }
}
