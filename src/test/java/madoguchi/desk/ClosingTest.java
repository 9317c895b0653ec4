package madoguchi.desk;

import static madoguchi.desk.TestDesk.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private static final Instant CLOSES = TestDesk.START.plus(Duration.ofHours(10));

    private final TestDesk desk = new TestDesk(TestDesk.RULES);

    @Test
    void whoStillWaits_isServedInTheGraceAfterClosing() {
        TicketId ticket = desk.ready(1, "ja");
        desk.pass(Duration.ofHours(10));
        assertThat(desk.desk.board(desk.now).state()).isEqualTo(Board.DeskState.CLOSED);
        assertThat(desk.desk.board(desk.now).opens()).isEqualTo(TestDesk.START.plus(Duration.ofDays(1)));
        desk.available(ANN, "ja");
        assertThat(desk.state(ticket)).isInstanceOf(TicketState.Called.class);
    }

    @Test
    void callersWhoWouldHardlyBeReached_areToldSoBeforeTheyJoin() {
        desk.available(ANN, "ja");
        for (int number = 0; number < 5; number++) {
            desk.join(number, "ja");
        }
        assertThat(notToday()).isEmpty();
        desk.now = CLOSES.minus(Duration.ofMinutes(10));
        assertThat(notToday()).containsExactly("ja");
        desk.now = CLOSES;
        assertThat(notToday()).isEmpty();
    }

    @Test
    void callersForWhomAnOperatorIsFree_areReachedHoweverSoonTheDeskCloses() {
        desk.available(ANN, "ja");
        desk.now = CLOSES.minusSeconds(20);
        assertThat(desk.desk.board(desk.now).ranges().get("ja")).isEqualTo(WaitRange.NONE);
        assertThat(notToday()).isEmpty();
    }

    private Set<String> notToday() {
        return desk.desk.board(desk.now).notToday();
    }

    @Test
    void whoStillWaits_isToldWhenTheGraceIsOver() {
        TicketId waiting = desk.join(1, "ja");
        TicketId parked = desk.join(2, "ja");
        desk.ask(new Command.Park(parked));
        desk.pass(Duration.ofHours(10));
        assertThat(desk.desk.nextDue(desk.now)).contains(CLOSES.plus(Duration.ofMinutes(15)));
        desk.pass(Duration.ofMinutes(15));
        assertThat(desk.state(waiting)).isEqualTo(new TicketState.Ended(Outcome.CLOSED, desk.now));
        assertThat(desk.state(parked)).isEqualTo(new TicketState.Ended(Outcome.CLOSED, desk.now));
    }

    @Test
    void calledOne_endsWithTheGrace_butACallGoesOn() {
        TicketId talking = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        desk.ask(new Command.HandOff(talking));
        desk.ask(new Command.Answer(ANN, talking));
        desk.now = CLOSES.plus(Duration.ofMinutes(15)).minusSeconds(10);
        TicketId called = callLate();
        desk.pass(Duration.ofSeconds(10));
        assertThat(desk.state(called)).isEqualTo(new TicketState.Ended(Outcome.CLOSED, desk.now));
        assertThat(desk.state(talking)).isInstanceOf(TicketState.InCall.class);
    }

    private TicketId callLate() {
        Instant late = desk.now;
        desk.now = CLOSES.minusSeconds(1);
        TicketId ticket = desk.ready(2, "ja");
        desk.now = late;
        desk.available(TestDesk.BEN, "ja");
        assertThat(desk.state(ticket)).isInstanceOf(TicketState.Called.class);
        return ticket;
    }

    @Test
    void nextDue_namesOpeningAndClosing() {
        assertThat(desk.desk.nextDue(desk.now)).contains(CLOSES);
        assertThat(desk.desk.board(desk.now).closes()).isEqualTo(CLOSES);
        assertThat(desk.desk.nextDue(CLOSES)).contains(TestDesk.START.plus(Duration.ofDays(1)));
    }

    @Test
    void deskThatNeverCloses_namesNeither() {
        DeskRules rules = TestDesk.rules(DeskRules.Calling.AUTOMATIC, OpeningHours.ALWAYS);
        Desk always = new Desk(rules);
        assertThat(always.nextDue(TestDesk.START)).isEmpty();
        assertThat(always.board(TestDesk.START).closes()).isNull();
        assertThat(always.board(TestDesk.START).state()).isEqualTo(Board.DeskState.OPEN);
    }
}
