package madoguchi.desk;

import static madoguchi.desk.TestDesk.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallTest {

    private final TestDesk desk = new TestDesk(TestDesk.RULES);

    @Test
    void wholeCall_fromJoinToOutcome_leavesTheOperatorAvailable() {
        TicketId ticket = desk.ready(1, "ja");
        assertThat(desk.desk.position(ticket)).isEqualTo(1);

        desk.available(ANN, "ja");
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.Called(ANN, desk.now.plusSeconds(60)));
        assertThat(desk.desk.position(ticket)).isZero();

        desk.ask(new Command.HandOff(ticket));
        desk.ask(new Command.Answer(ANN, ticket));
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.InCall(ANN, desk.now, false));
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.OnCall(ticket, desk.now));

        desk.ask(new Command.End(ANN, ticket, Outcome.SOLVED));
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.Ended(Outcome.SOLVED, desk.now));

        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Available(desk.now));
        assertThat(desk.desk.board(desk.now).today().served()).isEqualTo(1);
    }

    @Test
    void notJoinedInTime_theFirstTime_goesThreePlacesDownFromItsFormerPlace() {
        TicketId late = desk.ready(0, "ja");
        for (int i = 1; i <= 5; i++) {
            desk.join(i, "en");
        }
        desk.available(ANN, "ja");
        desk.pass(Duration.ofSeconds(59));
        assertThat(desk.state(late)).isInstanceOf(TicketState.Called.class);
        desk.ask(new Command.SetStatus(ANN, Command.Wish.BREAK));
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.desk.position(late)).isEqualTo(4);
        assertThat(desk.desk.position(TestDesk.id(3))).isEqualTo(3);
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Break(desk.now));
    }

    @Test
    void notJoinedInTime_theSecondTime_isANoShow() {
        TicketId late = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.state(late)).isEqualTo(new TicketState.Ended(Outcome.NO_SHOW, desk.now));
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Available(desk.now));
    }
}
