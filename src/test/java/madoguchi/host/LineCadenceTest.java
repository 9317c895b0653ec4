package madoguchi.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import madoguchi.desk.Command;
import madoguchi.desk.Desk;
import madoguchi.desk.DeskRules;
import madoguchi.desk.Event;
import madoguchi.desk.OpeningHours;
import madoguchi.desk.TicketId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cadence against what callers really look at, with a real desk behind it. */
class LineCadenceTest {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration FLUSH = Duration.ofMillis(100);
    static final PresenceRules PRESENCE = new PresenceRules(
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofMinutes(3),
            Duration.ofMinutes(2),
            FLUSH,
            HEARTBEAT);
    static final DeskRules RULES = new DeskRules(
            "desk",
            ZoneOffset.UTC,
            List.of("en"),
            List.of(),
            OpeningHours.ALWAYS,
            1_000_000,
            DeskRules.Calling.MANUAL,
            Duration.ofSeconds(60),
            10,
            3,
            Duration.ofSeconds(20),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(30),
            Duration.ofMinutes(8),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            DeskRules.Staffing.CONSOLE,
            madoguchi.desk.Outcome.DROPPED);

    private final Desk desk = new Desk(RULES);
    private final LineCadence cadence = new LineCadence(PRESENCE, new Random(5));
    private final Map<TicketId, Integer> shown = new LinkedHashMap<>();
    private final Map<TicketId, Instant> shownAt = new HashMap<>();
    private Instant now = Instant.parse("2026-11-24T00:00:00Z");
    private int writes;

    /** Whom an event concerns is told at once, as the announcer does. */
    private void submit(Command command) {
        for (Event event : desk.decide(command, now)) {
            desk.apply(event);
            if (event instanceof Event.OfTicket e && shown.containsKey(e.ticket())) {
                tell(e.ticket());
            }
        }
    }

    private void tell(TicketId ticket) {
        int position = desk.position(ticket);
        cadence.told(ticket, position, desk.moves(), now);
        shown.put(ticket, position);
        shownAt.put(ticket, now);
        writes++;
    }

    private void flush() {
        cadence.due(desk, now).forEach(this::tell);
    }

    private List<TicketId> join(Random random, int count) {
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TicketId ticket = TicketId.random(random);
            submit(new Command.Join(ticket, "en", null, null, null));
            tickets.add(ticket);
        }
        return tickets;
    }

    @Property(tries = 10)
    void everyCaller_afterEachFlush_looksAtAPositionThatIsNearlyRight(@ForAll Random random) {
        List<TicketId> tickets = join(random, 400);
        tickets.forEach(this::tell);
        for (int step = 0; step < 400; step++) {
            now = now.plus(FLUSH);
            for (int moves = random.nextInt(4); moves > 0; moves--) {
                move(random, tickets);
            }
            flush();
            assertThat(shown.keySet())
                    .filteredOn(ticket -> !nearlyRight(ticket))
                    .isEmpty();
        }
    }

    /** Leaves, parks and returns: everything that moves those behind. */
    private void move(Random random, List<TicketId> tickets) {
        TicketId ticket = tickets.get(random.nextInt(tickets.size()));
        switch (random.nextInt(4)) {
            case 0 -> submit(new Command.Leave(ticket));
            case 1 -> submit(new Command.Park(ticket));
            case 2 -> submit(new Command.Unpark(ticket));
            default -> {
                TicketId fresh = join(random, 1).get(0);
                tickets.add(fresh);
                tell(fresh);
            }
        }
    }

    /** Off by at most 5 % of what is true, by nothing up to 20; and whatever is shown was true within the last 15 seconds. */
    private boolean nearlyRight(TicketId ticket) {
        int told = shown.getOrDefault(ticket, 0);
        int position = desk.position(ticket);
        boolean near = position <= 20 ? told == position : Math.abs(position - told) <= 0.05 * position;
        return near && !shownAt.getOrDefault(ticket, Instant.MIN).isBefore(now.minus(HEARTBEAT));
    }

    /** Twenty at the head, and 21·ln(n / 20) of the others; naively it would be n. */
    @ParameterizedTest
    @CsvSource({"1000, 70, 110", "10000, 120, 160", "100000, 170, 210"})
    void callUp_ofOneInMany_tellsAFewMoreEachTimeTheLineIsTenTimesAsLong(int waiting, int least, int most) {
        List<TicketId> tickets = join(new Random(7), waiting);
        tickets.forEach(this::tell);
        int calls = waiting / 10;
        writes = 0;
        for (int call = 0; call < calls; call++) {
            now = now.plusMillis(1); // so that no heartbeat is due meanwhile
            submit(new Command.Leave(tickets.get(call)));
            flush();
        }
        assertThat((writes - calls) / calls).isBetween(least, most);
    }

    @Test
    void heartbeats_ofAllToldAtOnce_neverBunch() {
        List<TicketId> tickets = join(new Random(7), 3_000);
        tickets.forEach(this::tell);
        List<Integer> perFlush = new ArrayList<>();
        for (int flush = 0; flush < 600; flush++) {
            int before = writes;
            now = now.plus(FLUSH);
            flush();
            perFlush.add(writes - before);
        }
        // The first round is spread over a fifth of a heartbeat, thirty flushes; each further one is wider.
        assertThat(perFlush.subList(0, 150)).allMatch(tells -> tells < 3_000 / 15);
        assertThat(perFlush.subList(450, 600)).allMatch(tells -> tells < 3_000 / 25);
    }

    @Test
    void forgotten_isNeverDue() {
        TicketId ticket = join(new Random(1), 1).get(0);
        tell(ticket);
        cadence.forget(ticket);
        now = now.plusSeconds(100);

        assertThat(cadence.due(desk, now)).isEqualTo(Set.of());
    }
}
