package madoguchi.desk;

import static madoguchi.desk.TestDesk.ANN;
import static madoguchi.desk.TestDesk.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The call provider tells that a caller was answered when the desk has already taken them back: they talk, wherever they stand. */
class LateAnswerTest {

    private static final TicketId TICKET = TestDesk.id(1);
    private static final Duration RING = Duration.ofSeconds(20);

    private final TestDesk desk = new TestDesk(TestDesk.observed());

    @BeforeEach
    void handOff() {
        desk.ask(new Command.RegainSight());
        seen(ANN, Sighting.READY);
        desk.ready(1, "ja");
        desk.ask(new Command.HandOff(TICKET));
    }

    private void seen(OperatorId operator, Sighting sighting) {
        desk.ask(new Command.Observe(operator, Set.of("ja"), sighting));
    }

    /** Not answered, as far as the desk knows. @return when they were */
    private Instant takenBack() {
        seen(ANN, Sighting.OCCUPIED);
        Instant answered = desk.now.plusSeconds(19);
        desk.pass(RING);
        assertThat(desk.state(TICKET)).isEqualTo(TicketState.Waiting.HERE);
        return answered;
    }

    private void isAsRecorded() {
        Desk replayed = new Desk(TestDesk.observed());
        desk.log.forEach(replayed::apply);
        assertThat(replayed.snapshot()).isEqualTo(desk.desk.snapshot());
        assertThat(Desk.restore(TestDesk.observed(), replayed.snapshot()).snapshot())
                .isEqualTo(replayed.snapshot());
    }

    @Test
    void callerTakenBack_isInTheCall_sinceTheyWereAnswered() {
        Instant answered = takenBack();
        desk.ask(new Command.Connect(TICKET, ANN, answered));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.InCall(ANN, answered, false));
        assertThat(desk.status(ANN)).isEqualTo(new OperatorStatus.OnCall(TICKET, answered));
        assertThat(desk.desk.board(desk.now).waiting()).isZero();
        isAsRecorded();
        desk.ask(new Command.Conclude(TICKET, Outcome.FOLLOW_UP));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.Ended(Outcome.FOLLOW_UP, desk.now));
        assertThat(desk.desk.board(desk.now).today().served()).isEqualTo(1);
    }

    @Test
    void callerCalledAgain_isInTheCall_andTheOtherOperatorIsFree() {
        Instant answered = takenBack();
        seen(BEN, Sighting.READY);
        assertThat(desk.view(TICKET).operator()).contains(BEN);
        desk.ask(new Command.Connect(TICKET, ANN, answered));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.InCall(ANN, answered, false));
        assertThat(desk.status(BEN)).isInstanceOf(OperatorStatus.Available.class);
        isAsRecorded();
    }

    @Test
    void callerCalledAgainByWhoAnswered_isInTheCall() {
        Instant answered = desk.now.plusSeconds(19);
        desk.pass(RING);
        assertThat(desk.state(TICKET)).isInstanceOf(TicketState.Called.class);
        desk.ask(new Command.Connect(TICKET, ANN, answered));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.InCall(ANN, answered, false));
        isAsRecorded();
    }

    @Test
    void callerAwayFromTheLine_isInTheCall_andNotCalledBackFromTheirWalk() {
        Instant answered = takenBack();
        desk.ask(new Command.StepAway(TICKET));
        desk.ask(new Command.Connect(TICKET, ANN, answered));
        desk.pass(Duration.ofMinutes(30));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.InCall(ANN, answered, false));
        isAsRecorded();
    }

    @Test
    void callerParked_isInTheCall() {
        Instant answered = takenBack();
        desk.ask(new Command.Park(TICKET));
        desk.ask(new Command.Connect(TICKET, ANN, answered));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.InCall(ANN, answered, false));
        isAsRecorded();
    }

    @Test
    void whoAnswered_whenCalledForSomebodyElse_isNotWaitedForByThem() {
        Instant answered = takenBack();
        TicketId other = desk.ready(2, "ja");
        seen(ANN, Sighting.AWAY);
        desk.ask(new Command.StepAway(TICKET));
        seen(ANN, Sighting.READY);
        assertThat(desk.view(other).operator()).contains(ANN);
        desk.ask(new Command.Connect(TICKET, ANN, answered));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.InCall(ANN, answered, false));
        assertThat(desk.state(other)).isEqualTo(TicketState.Waiting.HERE);
        isAsRecorded();
    }

    @Test
    void whoAnswered_whenReservedForSomebodyHandedOff_isToldOfAgainLater() {
        Instant answered = takenBack();
        TicketId other = desk.ready(2, "ja");
        desk.ask(new Command.StepAway(TICKET));
        seen(ANN, Sighting.READY);
        desk.ask(new Command.HandOff(other));
        assertThat(desk.ask(new Command.Connect(TICKET, ANN, answered))).isEmpty();
        seen(BEN, Sighting.OCCUPIED);
        desk.ask(new Command.Ring(other, BEN));
        desk.ask(new Command.Connect(TICKET, ANN, answered));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.InCall(ANN, answered, false));
        assertThat(desk.state(other)).isInstanceOf(TicketState.HandedOff.class);
        isAsRecorded();
    }

    @Test
    void answerBeforeTheOperatorsPresentCall_isOldNews() {
        Instant answered = takenBack();
        TicketId other = desk.ready(2, "ja");
        desk.ask(new Command.StepAway(TICKET));
        seen(ANN, Sighting.READY);
        desk.ask(new Command.HandOff(other));
        desk.pass(Duration.ofSeconds(5));
        desk.ask(new Command.Connect(other, ANN, null));
        assertThat(desk.ask(new Command.Connect(TICKET, ANN, answered))).isEmpty();
        assertThat(desk.state(other)).isInstanceOf(TicketState.InCall.class);
    }

    @Test
    void answerOfNobodyTheDeskKnows_changesNothing() {
        Instant answered = takenBack();
        assertThat(desk.ask(new Command.Connect(TICKET, TestDesk.operator('z'), answered)))
                .isEmpty();
    }
}
