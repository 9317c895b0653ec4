package madoguchi.desk;

import static madoguchi.desk.TestDesk.ANN;
import static madoguchi.desk.TestDesk.BEN;
import static madoguchi.desk.TestDesk.id;
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

        talk(ticket);
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.InCall(ANN, desk.now, false));
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.OnCall(ticket, desk.now));

        desk.ask(new Command.End(ANN, ticket, Outcome.SOLVED));
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.Ended(Outcome.SOLVED, desk.now));
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.WrapUp(null, desk.now.plusSeconds(30)));

        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Available(desk.now));
        assertThat(desk.desk.board(desk.now).today().served()).isEqualTo(1);
    }

    private void talk(TicketId ticket) {
        desk.ask(new Command.HandOff(ticket));
        desk.ask(new Command.Answer(ANN, ticket));
    }

    @Test
    void call_takesTheFirstReadyOne_beforeOneWhoIsOnlyPresent() {
        TicketId present = desk.join(1, "ja");
        TicketId otherLanguage = desk.ready(2, "en");
        TicketId ready = desk.ready(3, "ja");
        desk.available(ANN, "ja");
        assertThat(desk.state(ready)).isInstanceOf(TicketState.Called.class);
        desk.available(BEN, "ja");
        assertThat(desk.state(present)).isInstanceOf(TicketState.Called.class);
        assertThat(desk.state(otherLanguage)).isInstanceOf(TicketState.Waiting.class);
    }

    @Test
    void call_passesOverWhoIsAwayOrParked() {
        desk.ask(new Command.StepAway(desk.ready(1, "ja")));
        desk.ask(new Command.Park(desk.ready(2, "ja")));
        TicketId third = desk.ready(3, "ja");
        assertThat(desk.desk.position(third)).isEqualTo(2);
        desk.available(ANN, "ja");
        assertThat(desk.state(third)).isInstanceOf(TicketState.Called.class);
    }

    @Test
    void steppedAway_comesBackByItself_andIsCalled() {
        TicketId ticket = desk.ready(1, "ja");
        desk.ask(new Command.StepAway(ticket));
        desk.available(ANN, "ja");
        assertThat(desk.desk.nextDue(desk.now)).contains(desk.now.plus(Duration.ofMinutes(5)));
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.state(ticket)).isInstanceOf(TicketState.Called.class);
    }

    @Test
    void parkedOne_returnsToItsPlace() {
        TicketId first = desk.join(1, "ja");
        TicketId second = desk.join(2, "ja");
        desk.ask(new Command.Park(first));
        assertThat(desk.desk.position(first)).isZero();
        assertThat(desk.desk.position(second)).isEqualTo(1);
        desk.ask(new Command.Unpark(first));
        assertThat(desk.desk.position(first)).isEqualTo(1);
        assertThat(desk.desk.position(second)).isEqualTo(2);
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
        assertThat(desk.desk.position(id(3))).isEqualTo(3);
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Break(desk.now));
    }

    @Test
    void notJoinedInTime_theSecondTime_isANoShow() {
        TicketId late = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.state(late)).isEqualTo(new TicketState.Ended(Outcome.NO_SHOW, desk.now));
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Available(desk.now));
        assertThat(desk.desk.board(desk.now).today().abandoned()).isEqualTo(1);
    }

    @Test
    void handOff_withoutAPassedCheck_isRefused() {
        TicketId ticket = desk.join(1, "ja");
        desk.available(ANN, "ja");
        JoinTest.assertRefused(desk, new Command.HandOff(ticket), new Refusal.MicrophoneCheckRequired());
    }

    @Test
    void notAnswered_sendsTheOperatorOnBreak_andTheCallerToTheFront() {
        TicketId ticket = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        desk.ready(2, "ja");
        desk.ask(new Command.HandOff(ticket));
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.log)
                .contains(
                        new Event.StatusChanged(desk.now, ANN, Command.Wish.BREAK, true),
                        new Event.WentBack(desk.now, ticket, Event.Reason.NOT_ANSWERED, 0));
        assertThat(desk.desk.position(ticket)).isEqualTo(1);
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Break(desk.now));
    }

    @Test
    void moreTime_whileNobodyElseIsReady_beginsTheWindowAnew() {
        TicketId ticket = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        desk.pass(Duration.ofSeconds(50));
        desk.ask(new Command.Extend(ticket));
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.Called(ANN, desk.now.plusSeconds(60)));
        desk.ask(new Command.Extend(ticket));
        assertThat(desk.view(ticket).extensionsLeft()).isZero();
        JoinTest.assertRefused(desk, new Command.Extend(ticket), new Refusal.NoExtensionLeft());
    }

    @Test
    void moreTime_whileAnotherIsReady_letsThatOneGoFirst() {
        TicketId slow = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        TicketId next = desk.ready(2, "ja");
        desk.ask(new Command.Extend(slow));
        assertThat(desk.state(next)).isInstanceOf(TicketState.Called.class);
        assertThat(desk.desk.position(slow)).isEqualTo(1);
        assertThat(desk.view(slow).extensionsLeft()).isEqualTo(1);
        desk.ask(new Command.Leave(next));
        assertThat(desk.state(slow)).isInstanceOf(TicketState.Called.class);
    }

    @Test
    void callThatDidNotComeAbout_isOfferedAgainAtOnce() {
        TicketId ticket = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        desk.ask(new Command.HandOff(ticket));
        desk.ask(new Command.ReportCall(ticket, CallReport.FAILED));
        assertThat(desk.log).contains(new Event.WentBack(desk.now, ticket, Event.Reason.CALL_FAILED, 0));
        assertThat(desk.state(ticket)).isInstanceOf(TicketState.Called.class);
    }

    @Test
    void callerWhoHangsUp_leavesTheOperatorTheOutcome_forAWhile() {
        TicketId ticket = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        talk(ticket);
        desk.ask(new Command.ReportCall(ticket, CallReport.ENDED));
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.InCall(ANN, desk.now, true));
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.Ended(Outcome.DROPPED, desk.now));
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.WrapUp.class);
    }

    @Test
    void pickedCaller_mayComeFromAnywhere_andSpeakAnything() {
        TestDesk manual = new TestDesk(TestDesk.rules(DeskRules.Calling.MANUAL));
        manual.ready(1, "ja");
        TicketId picked = manual.join(2, "en");
        manual.available(ANN, "ja");
        manual.ask(new Command.CallNext(ANN, picked));
        assertThat(manual.log).contains(new Event.Called(manual.now, picked, ANN, manual.now.plusSeconds(60), true));
    }

    @Test
    void next_withNobodyOfTheLanguage_isRefused() {
        TestDesk manual = new TestDesk(TestDesk.rules(DeskRules.Calling.MANUAL));
        manual.ready(1, "en");
        manual.available(ANN, "ja");
        JoinTest.assertRefused(manual, new Command.CallNext(ANN, null), new Refusal.NobodyWaiting());
    }

    @Test
    void consent_isAnsweredOnce_andHoldsForThatRequestAlone() {
        TicketId ticket = desk.ready(1, "ja");
        desk.available(ANN, "ja");
        talk(ticket);
        ConsentId asked = new ConsentId("a".repeat(26));
        ConsentId other = new ConsentId("b".repeat(26));
        desk.ask(new Command.AskConsent(ANN, ticket, asked));
        assertThat(desk.view(ticket).consents()).containsEntry(asked, null);
        desk.ask(new Command.AnswerConsent(ticket, asked, false));
        assertThat(desk.view(ticket).consents()).containsEntry(asked, false);
        JoinTest.assertRefused(desk, new Command.AnswerConsent(ticket, asked, true), new Refusal.UnknownConsent(asked));
        JoinTest.assertRefused(desk, new Command.AnswerConsent(ticket, other, true), new Refusal.UnknownConsent(other));
    }
}
