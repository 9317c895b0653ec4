package madoguchi.desk;

import static madoguchi.desk.TestDesk.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperatorTest {

    private final TestDesk desk = new TestDesk(TestDesk.RULES);

    private TicketId talking() {
        TicketId ticket = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        desk.ask(new Command.HandOff(ticket));
        desk.ask(new Command.Answer(ANN, ticket));
        return ticket;
    }

    @Test
    void breakWishedDuringACall_beginsWithTheOutcome() {
        TicketId ticket = talking();
        desk.ask(new Command.SetStatus(ANN, Command.Wish.BREAK));
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.OnCall.class);
        desk.ask(new Command.End(ANN, ticket, Outcome.REFERRED));
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Break(desk.now));
    }

    @Test
    void wishTakenBackDuringACall_isForgotten() {
        TicketId ticket = talking();
        desk.ask(new Command.SetStatus(ANN, Command.Wish.OFFLINE));
        desk.ask(new Command.SetStatus(ANN, Command.Wish.AVAILABLE));
        desk.ask(new Command.End(ANN, ticket, Outcome.SOLVED));
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.WrapUp.class);
    }

    @Test
    void wrapUp_isCutShortByTheOperator() {
        desk.ask(new Command.End(ANN, talking(), Outcome.SOLVED));
        desk.ask(new Command.SetStatus(ANN, Command.Wish.AVAILABLE));
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Available(desk.now));
    }

    @Test
    void signOff_whileACallerIsCalled_sendsThemToTheFront() {
        TicketId ticket = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        desk.join(2, "ja");
        desk.ask(new Command.SignOff(ANN));
        assertThat(desk.desk.position(ticket)).isEqualTo(1);
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Offline());
        assertThat(desk.log).contains(new Event.StatusChanged(desk.now, ANN, Command.Wish.OFFLINE, true));
    }

    @Test
    void signOff_duringACall_letsTheCallGoOn() {
        TicketId ticket = talking();
        desk.ask(new Command.SignOff(ANN));
        assertThat(desk.state(ticket)).isInstanceOf(TicketState.InCall.class);
        desk.ask(new Command.Leave(ticket));
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.Ended(Outcome.DROPPED, desk.now));
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Offline());
    }

    @Test
    void callerPutBack_comesAfterTheOthersForThatOperator() {
        TicketId ticket = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        TicketId next = desk.ready(2, "ja");
        desk.ask(new Command.PutBack(ANN, ticket));
        assertThat(desk.state(next)).isInstanceOf(TicketState.Called.class);
        assertThat(desk.desk.position(ticket)).isEqualTo(1);
    }

    @Test
    void supervisor_whoIsNoOperator_answersNoCalls() {
        desk.ask(new Command.Enrol(ANN, Set.of(Role.SUPERVISOR), Set.of("ja")));
        JoinTest.assertRefused(desk, new Command.SetStatus(ANN, Command.Wish.AVAILABLE), new Refusal.NotAnOperator());
        Notice notice = new Notice(Map.of("en", "Back at one."));
        desk.ask(new Command.SetNotice(ANN, notice));
        assertThat(desk.desk.board(desk.now).notice()).isEqualTo(notice);
        assertThat(desk.ask(new Command.SetNotice(ANN, notice))).isEmpty();
    }

    @Test
    void operator_whoIsNoSupervisor_leavesIntakeAndNoticeAlone() {
        desk.enrol(ANN, "ja");
        JoinTest.assertRefused(desk, new Command.SetIntake(ANN, Intake.PAUSED), new Refusal.NotASupervisor());
        JoinTest.assertRefused(desk, new Command.SetNotice(ANN, null), new Refusal.NotASupervisor());
    }

    @Test
    void enrol_withALanguageTheDeskDoesNotHave_isRefused() {
        JoinTest.assertRefused(
                desk, new Command.Enrol(ANN, Set.of(Role.OPERATOR), Set.of("fr")), new Refusal.UnknownLanguage("fr"));
    }

    @Test
    void unknownOperator_isRefused() {
        JoinTest.assertRefused(
                desk, new Command.SetStatus(ANN, Command.Wish.AVAILABLE), new Refusal.UnknownOperator(ANN));
    }

    @Test
    void operatorWhoLosesTheRole_goesOffline() {
        desk.available(ANN, "ja");
        desk.ask(new Command.Enrol(ANN, Set.of(Role.SUPERVISOR), Set.of("ja")));
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Offline());
    }

    @Test
    void counts_beginAnewAtMidnightOfTheDesksZone() {
        talking();
        assertThat(desk.desk.board(desk.now).today().answered()).isEqualTo(1);
        desk.now = TestDesk.START.plus(Duration.ofHours(15));
        assertThat(desk.desk.board(desk.now).today().answered()).isZero();
    }
}
