package madoguchi.desk;

import static madoguchi.desk.TestDesk.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OperatorViewTest {

    private final TestDesk desk = new TestDesk(TestDesk.RULES);

    private Board.OperatorView ann() {
        return desk.desk.board(desk.now).operators().get(0);
    }

    @Test
    void wish_duringACall_isShownUntilItTakesEffect() {
        TicketId ticket = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        desk.ask(new Command.HandOff(ticket));
        desk.ask(new Command.Answer(ANN, ticket));
        desk.ask(new Command.SetStatus(ANN, Command.Wish.BREAK));
        assertThat(ann().next()).isEqualTo(Command.Wish.BREAK);
        assertThat(ann().status()).isInstanceOf(OperatorStatus.OnCall.class);

        desk.ask(new Command.End(ANN, ticket, Outcome.SOLVED));
        assertThat(ann().next()).isNull();
        assertThat(ann().status()).isInstanceOf(OperatorStatus.Break.class);
        assertThat(ann().forced()).isFalse();
    }

    @Test
    void unansweredCall_marksTheBreakAsForced_untilTheOperatorChoosesAgain() {
        TicketId ticket = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        desk.ask(new Command.HandOff(ticket));
        desk.pass(Duration.ofSeconds(20));
        assertThat(ann().status()).isInstanceOf(OperatorStatus.Break.class);
        assertThat(ann().forced()).isTrue();
        assertThat(Desk.restore(TestDesk.RULES, desk.desk.snapshot())
                        .board(desk.now)
                        .operators()
                        .get(0)
                        .forced())
                .isTrue();

        desk.ask(new Command.SetStatus(ANN, Command.Wish.AVAILABLE));
        assertThat(ann().forced()).isFalse();
    }
}
