package madoguchi.desk;

import static madoguchi.desk.TestDesk.ANN;
import static madoguchi.desk.TestDesk.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A desk whose operators are observed, because the call provider answers the calls. */
class ObservedDeskTest {

    private final TestDesk desk = new TestDesk(TestDesk.observed());

    private void seen(OperatorId operator, Sighting sighting, String... languages) {
        desk.ask(new Command.RegainSight());
        desk.ask(new Command.Observe(operator, Set.of(languages), sighting));
    }

    private TicketId handedOff(int number) {
        TicketId ticket = desk.ready(number, "ja");
        desk.ask(new Command.HandOff(ticket));
        return ticket;
    }

    private OperatorId operatorOf(TicketId ticket) {
        return desk.view(ticket).operator().orElseThrow();
    }

    @Test
    void desk_beforeTheFirstNews_isUnknownAndCallsNobody() {
        TicketId ticket = desk.ready(1, "ja");
        desk.ask(new Command.Observe(ANN, Set.of("ja"), Sighting.READY));
        Board board = desk.desk.board(desk.now);
        assertThat(board.state()).isEqualTo(Board.DeskState.UNKNOWN);
        assertThat(board.ranges().get("ja")).isNull();
        assertThat(desk.state(ticket)).isInstanceOf(TicketState.Waiting.class);
        desk.ask(new Command.RegainSight());
        assertThat(desk.state(ticket)).isInstanceOf(TicketState.Called.class);
        assertThat(desk.desk.board(desk.now).state()).isEqualTo(Board.DeskState.OPEN);
    }

    @Test
    void sightLost_leavesThoseWhoAreCalled_andCallsNobodyNew() {
        seen(ANN, Sighting.READY, "ja");
        TicketId called = desk.ready(1, "ja");
        desk.ask(new Command.LoseSight());
        desk.ask(new Command.Observe(BEN, Set.of("ja"), Sighting.READY));
        TicketId next = desk.ready(2, "ja");
        assertThat(desk.state(called)).isInstanceOf(TicketState.Called.class);
        assertThat(desk.state(next)).isInstanceOf(TicketState.Waiting.class);
    }

    @Test
    void sightings_becomeStatuses() {
        seen(ANN, Sighting.READY, "ja");
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Available(desk.now));
        seen(ANN, Sighting.OCCUPIED, "ja");
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Occupied(desk.now));
        assertThat(desk.desk.board(desk.now).busy()).isEqualTo(1);
        seen(ANN, Sighting.AWAY, "ja");
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Break(desk.now));
        seen(ANN, Sighting.OFFLINE, "ja");
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.Offline());
        assertThat(desk.ask(new Command.Observe(ANN, Set.of("ja"), Sighting.OFFLINE)))
                .isEmpty();
    }

    @Test
    void handOffs_areNeverMoreThanFreeOperatorsWhoSpeakTheLanguage() {
        seen(ANN, Sighting.READY, "en");
        seen(BEN, Sighting.READY, "ja");
        TicketId first = handedOff(1);
        TicketId second = desk.ready(2, "ja");
        assertThat(operatorOf(first)).isEqualTo(BEN);
        assertThat(desk.state(second)).isInstanceOf(TicketState.Waiting.class);
    }

    @Test
    void callerWhoIsCalled_whenTheOperatorGoesAway_isCalledForAnother() {
        seen(ANN, Sighting.READY, "ja");
        TicketId ticket = desk.ready(1, "ja");
        seen(BEN, Sighting.READY, "ja");
        seen(ANN, Sighting.AWAY, "ja");
        assertThat(operatorOf(ticket)).isEqualTo(BEN);
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.Break.class);
    }

    @Test
    void callerWhoIsHandedOff_staysReserved_whateverTheOperatorDoes() {
        seen(ANN, Sighting.READY, "ja");
        TicketId ticket = handedOff(1);
        seen(ANN, Sighting.AWAY, "ja");
        assertThat(desk.state(ticket)).isInstanceOf(TicketState.HandedOff.class);
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.desk.position(ticket)).isEqualTo(1);
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.Break.class);
    }

    @Test
    void anotherOperatorRings_theCallerTheyWereReservedForIsNotSentBack() {
        seen(ANN, Sighting.READY, "ja");
        seen(BEN, Sighting.READY, "ja");
        TicketId first = handedOff(1);
        TicketId second = desk.ready(2, "ja");
        desk.ask(new Command.Ring(first, BEN));
        seen(BEN, Sighting.OCCUPIED, "ja");
        assertThat(desk.state(first)).isInstanceOf(TicketState.HandedOff.class);
        assertThat(operatorOf(first)).isEqualTo(BEN);
        assertThat(desk.state(second)).isInstanceOf(TicketState.Called.class);
        assertThat(operatorOf(second)).isEqualTo(ANN);
        assertThat(desk.ask(new Command.Ring(first, BEN))).isEmpty();
    }

    @Test
    void anotherOperatorRings_theReservedOneIsFreeForTheNext() {
        seen(ANN, Sighting.READY, "ja");
        TicketId first = handedOff(1);
        seen(BEN, Sighting.OCCUPIED, "ja");
        TicketId second = desk.ready(2, "ja");
        desk.ask(new Command.Ring(first, BEN));
        assertThat(operatorOf(second)).isEqualTo(ANN);
    }

    @Test
    void ringOfAnOperatorInACall_changesNothing() {
        seen(ANN, Sighting.READY, "ja");
        TicketId first = handedOff(1);
        desk.ask(new Command.Connect(first, ANN, null));
        seen(BEN, Sighting.READY, "ja");
        TicketId second = handedOff(2);
        assertThat(desk.ask(new Command.Ring(second, ANN))).isEmpty();
        assertThat(desk.ask(new Command.Ring(first, BEN))).isEmpty();
    }

    @Test
    void anotherOperatorAnswers_theReservationsAreExchanged() {
        seen(ANN, Sighting.READY, "ja");
        seen(BEN, Sighting.READY, "ja");
        TicketId first = handedOff(1);
        TicketId second = handedOff(2);
        desk.ask(new Command.Connect(first, BEN, null));
        assertThat(desk.state(first)).isEqualTo(new TicketState.InCall(BEN, desk.now, false));
        assertThat(operatorOf(second)).isEqualTo(ANN);
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.Ringing.class);
        assertThat(desk.ask(new Command.Connect(first, BEN, null))).isEmpty();
    }

    @Test
    void anotherOperatorAnswers_whoseCallerTheFirstDoesNotUnderstand_thatCallerComesBack() {
        seen(ANN, Sighting.READY, "ja");
        TicketId first = handedOff(1);
        seen(BEN, Sighting.READY, "en");
        desk.ready(2, "en");
        desk.ask(new Command.Connect(first, BEN, null));
        assertThat(desk.state(TestDesk.id(2))).isInstanceOf(TicketState.Waiting.class);
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.Available.class);
    }

    @Test
    void anOperatorNobodyReserved_answers_andTheReservedOneIsFree() {
        seen(ANN, Sighting.READY, "ja");
        TicketId ticket = handedOff(1);
        seen(BEN, Sighting.OCCUPIED, "ja");
        desk.ask(new Command.Connect(ticket, BEN, null));
        assertThat(desk.status(BEN)).isInstanceOf(OperatorStatus.OnCall.class);
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.Available.class);
    }

    @Test
    void anUnknownOperatorAnswers_theReservedOneStandsForThem() {
        seen(ANN, Sighting.READY, "ja");
        TicketId ticket = handedOff(1);
        desk.ask(new Command.Connect(ticket, TestDesk.operator('z'), null));
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.InCall(ANN, desk.now, false));
    }

    @Test
    void operatorWhoAnswersAnother_endsTheCallTheyHadBefore() {
        seen(ANN, Sighting.READY, "ja");
        TicketId first = handedOff(1);
        desk.ask(new Command.Connect(first, ANN, null));
        seen(BEN, Sighting.READY, "ja");
        TicketId second = handedOff(2);
        desk.ask(new Command.Connect(second, ANN, null));
        assertThat(desk.state(first)).isEqualTo(new TicketState.Ended(Outcome.SOLVED, desk.now));
        assertThat(desk.state(second)).isEqualTo(new TicketState.InCall(ANN, desk.now, false));
        assertThat(desk.status(BEN)).isInstanceOf(OperatorStatus.Available.class);
    }

    @Test
    void concluded_beforeAnybodyAnswered_isAbandoned() {
        seen(ANN, Sighting.READY, "ja");
        TicketId ticket = handedOff(1);
        desk.ask(new Command.Conclude(ticket, null));
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.Ended(Outcome.ABANDONED, desk.now));
        assertThat(desk.desk.board(desk.now).today().abandoned()).isEqualTo(1);
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.Available.class);
    }

    @Test
    void concluded_withoutAnOutcome_keepsTheOperatorUntilOneIsNamedOrTheTimeIsOver() {
        seen(ANN, Sighting.READY, "ja");
        TicketId ticket = handedOff(1);
        desk.ask(new Command.Connect(ticket, ANN, null));
        desk.ask(new Command.Conclude(ticket, null));
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.WrapUp.class);
        assertThat(desk.ask(new Command.Conclude(ticket, null))).isEmpty();
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.Ended(Outcome.SOLVED, desk.now));
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.Occupied.class);
        assertThat(desk.desk.board(desk.now).today().served()).isEqualTo(1);
    }

    @Test
    void concluded_withAnOutcomeThatCameLate_endsWithIt() {
        seen(ANN, Sighting.READY, "ja");
        TicketId ticket = handedOff(1);
        desk.ask(new Command.Connect(ticket, ANN, null));
        desk.ask(new Command.Conclude(ticket, null));
        desk.ask(new Command.Conclude(ticket, Outcome.REFERRED));
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.Ended(Outcome.REFERRED, desk.now));
    }

    @Test
    void operatorOnACall_whoIsSeenReady_endsTheCall() {
        seen(ANN, Sighting.READY, "ja");
        TicketId ticket = handedOff(1);
        desk.ask(new Command.Connect(ticket, ANN, null));
        seen(ANN, Sighting.OCCUPIED, "ja");
        assertThat(desk.state(ticket)).isInstanceOf(TicketState.InCall.class);
        seen(ANN, Sighting.READY, "ja");
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.Ended(Outcome.SOLVED, desk.now));
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.Available.class);
    }

    @Test
    void callThatOnlyThePageSaysIsAnswered_outlastsWhatIsSeenOfTheReservedOperator() {
        seen(ANN, Sighting.READY, "ja");
        TicketId ticket = handedOff(1);
        seen(ANN, Sighting.OCCUPIED, "ja");
        desk.ask(new Command.ReportCall(ticket, CallReport.CONNECTED));
        seen(ANN, Sighting.READY, "ja");
        assertThat(desk.state(ticket)).isInstanceOf(TicketState.InCall.class);
        desk.ask(new Command.ReportCall(ticket, CallReport.ENDED));
        seen(ANN, Sighting.AWAY, "ja");
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.Ended(Outcome.SOLVED, desk.now));
    }

    @Test
    void callThatOnlyThePageSaysIsAnswered_endsWithTheOperatorSeenInIt() {
        seen(ANN, Sighting.READY, "ja");
        TicketId ticket = handedOff(1);
        desk.ask(new Command.ReportCall(ticket, CallReport.CONNECTED));
        seen(ANN, Sighting.OCCUPIED, "ja");
        seen(ANN, Sighting.READY, "ja");
        assertThat(desk.state(ticket)).isEqualTo(new TicketState.Ended(Outcome.SOLVED, desk.now));
    }

    @Test
    void droppedCall_keepsTheOperator() {
        seen(ANN, Sighting.READY, "ja");
        TicketId ticket = handedOff(1);
        desk.ask(new Command.Connect(ticket, ANN, null));
        assertThat(desk.ask(new Command.ReportCall(ticket, CallReport.DROPPED))).isEmpty();
        assertThat(desk.status(ANN)).isInstanceOf(OperatorStatus.OnCall.class);
    }

    @Test
    void whatTheConsoleDoesElsewhere_isRefused() {
        seen(ANN, Sighting.READY, "ja");
        TicketId ticket = handedOff(1);
        Refusal refusal = new Refusal.AnsweredElsewhere();
        JoinTest.assertRefused(desk, new Command.SetStatus(ANN, Command.Wish.BREAK), refusal);
        JoinTest.assertRefused(desk, new Command.CallNext(ANN, null), refusal);
        JoinTest.assertRefused(desk, new Command.Answer(ANN, ticket), refusal);
        JoinTest.assertRefused(desk, new Command.End(ANN, ticket, Outcome.SOLVED), refusal);
        JoinTest.assertRefused(desk, new Command.PutBack(ANN, ticket), refusal);
    }
}
