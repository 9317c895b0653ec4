package madoguchi.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import madoguchi.desk.Board;
import madoguchi.desk.Command;
import madoguchi.desk.Desk;
import madoguchi.desk.TicketId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** When everybody is told of a real desk, against what they look at meanwhile. Between two tells the hubs keep it fresh. */
class DeskCadenceTest {

    private static final Duration FLUSH = Duration.ofMillis(100);

    private final Desk desk = new Desk(LineCadenceTest.RULES);
    private final DeskCadence cadence = new DeskCadence();
    private final List<TicketId> tickets = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T00:00:00Z");
    private int shown = -1;
    private int tells;

    private void submit(Command command) {
        desk.decide(command, now).forEach(desk::apply);
    }

    private void join(Random random) {
        tickets.add(TicketId.random(random));
        submit(new Command.Join(tickets.get(tickets.size() - 1), "en", null, null, null));
    }

    private void flush() {
        now = now.plus(FLUSH);
        Board board = desk.board(now);
        if (cadence.tells(board, false)) {
            shown = board.waiting();
            tells++;
        }
    }

    private boolean nearlyRight() {
        int waiting = desk.board(now).waiting();
        return waiting <= 20 ? shown == waiting : Math.abs(shown - waiting) <= 0.05 * waiting;
    }

    @Property(tries = 10)
    void count_whateverMoves_isNearlyRightWithinASecond(@ForAll Random random) {
        int wrong = 0;
        for (int flush = 0; flush < 600; flush++) {
            for (int moves = random.nextInt(4); moves > 0; moves--) {
                if (random.nextInt(5) > 1) {
                    join(random);
                } else if (!tickets.isEmpty()) {
                    submit(new Command.Leave(tickets.remove(random.nextInt(tickets.size()))));
                }
            }
            flush();
            wrong = nearlyRight() ? 0 : wrong + 1;
            assertThat(wrong).isLessThan(10);
        }
    }

    @Test
    void count_ofALongLine_isToldWhenItIsOffByMoreThanAFew() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            join(random);
        }
        flush();
        tells = 0;
        for (int second = 0; second < 200; second++) {
            submit(new Command.Leave(tickets.get(second)));
            for (int flush = 0; flush < 10; flush++) {
                flush();
            }
        }

        // From 1,000 to 800 in steps of one twenty-first.
        assertThat(tells).isBetween(3, 6);
    }
}
