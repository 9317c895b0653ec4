package madoguchi.desk;

import static madoguchi.desk.TestDesk.ANN;
import static madoguchi.desk.TestDesk.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.provider.CsvSource;

/** What the call provider tells late of a ticket that has ended: it counts as it was, not as it looked. */
class CorrectionTest {

    private static final TicketId TICKET = TestDesk.id(1);

    private static final List<String> STATES =
            List.of("waiting", "called", "handed-off", "in-call", "hung-up", "solved", "abandoned", "left");

    private static final Map<String, Command> COMMANDS = Map.of(
            "Ring", new Command.Ring(TICKET, ANN),
            "Connect", new Command.Connect(TICKET, ANN, null),
            "Conclude", new Command.Conclude(TICKET, null),
            "Solved", new Command.Conclude(TICKET, Outcome.SOLVED),
            "Referred", new Command.Conclude(TICKET, Outcome.REFERRED));

    private final TestDesk desk = new TestDesk(TestDesk.observed());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # command | waiting | called | handed-off | in-call | hung-up | solved    | abandoned | left
            Ring      | -       | -      | -          | -       | -       | -         | -         | -
            Connect   | -       | -      | Answered   | -       | -       | -         | Corrected | Corrected
            Conclude  | -       | -      | Ended      | HungUp  | -       | -         | -         | -
            Solved    | -       | -      | Ended      | Ended   | Ended   | -         | -         | -
            Referred  | -       | -      | Ended      | Ended   | Ended   | Corrected | -         | -
            """)
    void hint_inEveryState(String hint, @AggregateWith(Cells.class) List<String> expected) {
        List<String> answers = new ArrayList<>();
        for (String state : STATES) {
            TestDesk one = in(state);
            List<Event> decided = one.desk.decide(Objects.requireNonNull(COMMANDS.get(hint)), one.now);
            assertThat(decided).hasSizeLessThanOrEqualTo(1);
            answers.add(decided.isEmpty() ? "-" : decided.get(0).getClass().getSimpleName());
        }
        assertThat(answers).isEqualTo(expected);
    }

    private static TestDesk in(String state) {
        TestDesk desk = new TestDesk(TestDesk.observed());
        int step = List.of("waiting", "called", "handed-off", "in-call", "hung-up", "solved")
                .indexOf(state);
        if (state.equals("abandoned") || state.equals("left")) {
            step = 2;
        }
        desk.ready(1, "ja");
        desk.ask(new Command.RegainSight());
        desk.ask(new Command.Observe(ANN, Set.of("ja"), step > 0 ? Sighting.READY : Sighting.OCCUPIED));
        List<Command> way = List.of(
                new Command.HandOff(TICKET),
                new Command.Connect(TICKET, ANN, null),
                new Command.Leave(TICKET),
                new Command.Conclude(TICKET, Outcome.SOLVED));
        way.subList(0, Math.max(0, step - 1)).forEach(desk::ask);
        if (state.equals("abandoned")) {
            desk.ask(new Command.Conclude(TICKET, null));
        } else if (state.equals("left")) {
            desk.ask(new Command.ReportCall(TICKET, CallReport.ENDED));
        }
        return desk;
    }

    private void handedOff() {
        desk.ask(new Command.RegainSight());
        desk.ask(new Command.Observe(ANN, Set.of("ja"), Sighting.READY));
        desk.ready(1, "ja");
        desk.ask(new Command.HandOff(TICKET));
    }

    private Board.Today today() {
        return desk.desk.board(desk.now).today();
    }

    private void isAsRecounted() {
        assertThat(today()).isEqualTo(Recount.today(desk.log, TestDesk.observed(), desk.now));
    }

    @Test
    void answer_toldAfterTheEnd_isNoAbandonedCallAnyMore() {
        handedOff();
        Instant answered = desk.now.plusSeconds(5);
        desk.pass(Duration.ofSeconds(15));
        desk.ask(new Command.Conclude(TICKET, null));
        assertThat(today().abandoned()).isEqualTo(1);
        desk.pass(Duration.ofMinutes(4));
        assertThat(desk.ask(new Command.Connect(TICKET, BEN, answered)))
                .containsExactly(new Event.Corrected(desk.now, TICKET, Outcome.SOLVED, BEN, answered));
        assertThat(today())
                .extracting(
                        Board.Today::abandoned, Board.Today::answered, Board.Today::answeredInTime, Board.Today::served)
                .containsExactly(0, 1, 1, 1);
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.Ended(Outcome.SOLVED, TestDesk.START.plusSeconds(15)));
        isAsRecounted();
        assertThat(desk.ask(new Command.Connect(TICKET, BEN, answered))).isEmpty();
    }

    @Test
    void callThatThePageEnded_beforeItWasKnownAsAnswered_getsItsOutcome() {
        handedOff();
        desk.pass(Duration.ofSeconds(15));
        desk.ask(new Command.ReportCall(TICKET, CallReport.ENDED));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.Ended(Outcome.LEFT, desk.now));
        desk.ask(new Command.Connect(TICKET, ANN, desk.now.minusSeconds(10)));
        desk.ask(new Command.Conclude(TICKET, Outcome.FOLLOW_UP));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.Ended(Outcome.FOLLOW_UP, desk.now));
        assertThat(today().served()).isEqualTo(1);
        assertThat(today().abandoned()).isZero();
        isAsRecounted();
    }

    @Test
    void outcome_namedOnlyWhenTheOperatorIsReadyAgain_replacesTheUnnamedOne() {
        handedOff();
        desk.ask(new Command.Connect(TICKET, ANN, null));
        desk.ask(new Command.Observe(ANN, Set.of("ja"), Sighting.READY));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.Ended(Outcome.SOLVED, desk.now));
        Board.Today before = today();
        desk.ask(new Command.Conclude(TICKET, Outcome.REFERRED));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.Ended(Outcome.REFERRED, desk.now));
        assertThat(today()).isEqualTo(before);
        isAsRecounted();
    }

    @Test
    void answer_toldLate_countsFromWhenItWasGiven() {
        handedOff();
        Instant answered = desk.now.plusSeconds(2);
        desk.pass(Duration.ofSeconds(15));
        desk.ask(new Command.Connect(TICKET, ANN, answered));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.InCall(ANN, answered, false));
        isAsRecounted();
    }

    @Test
    void answer_ofAClockThatGoesWrong_isNeitherBeforeTheHandOffNorInTheFuture() {
        handedOff();
        desk.pass(Duration.ofSeconds(5));
        desk.ask(new Command.Connect(TICKET, ANN, TestDesk.START.minusSeconds(60)));
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.InCall(ANN, TestDesk.START, false));
    }

    @Test
    void answer_ofYesterday_changesNothingOfToday() {
        desk.now = TestDesk.START.plus(Duration.ofMinutes(1));
        handedOff();
        desk.desk.apply(new Event.Ended(
                Instant.parse("2026-11-24T14:59:50Z"), TICKET, Outcome.ABANDONED, null)); // a second before midnight
        desk.log.add(new Event.Ended(Instant.parse("2026-11-24T14:59:50Z"), TICKET, Outcome.ABANDONED, null));
        desk.now = Instant.parse("2026-11-24T15:00:10Z");
        desk.ask(new Command.Observe(BEN, Set.of("ja"), Sighting.AWAY));
        desk.ask(new Command.Connect(TICKET, ANN, Instant.parse("2026-11-24T14:59:00Z")));
        assertThat(today().served()).isZero();
        assertThat(today().abandoned()).isZero();
        isAsRecounted();
    }

    @Test
    void answer_toldWhileTheOperatorIsInALaterCall_doesNotEndThatCall() {
        handedOff();
        Instant answered = desk.now;
        desk.ask(new Command.Observe(BEN, Set.of("ja"), Sighting.READY));
        TicketId later = desk.ready(2, "ja");
        desk.ask(new Command.HandOff(later));
        desk.pass(Duration.ofSeconds(5));
        desk.ask(new Command.Connect(later, ANN, null));
        desk.ask(new Command.Connect(TICKET, ANN, answered));
        assertThat(desk.state(later)).isInstanceOf(TicketState.InCall.class);
        assertThat(desk.state(TICKET)).isEqualTo(new TicketState.InCall(BEN, answered, false));
    }

    @Test
    void callerHandedOff_staysSo_whenTheirReservedOperatorTakesOverAnothersCall() {
        handedOff();
        desk.ask(new Command.Connect(TICKET, ANN, null));
        desk.ask(new Command.Observe(BEN, Set.of("ja"), Sighting.READY));
        TicketId other = desk.ready(2, "ja");
        desk.ask(new Command.HandOff(other));
        desk.ask(new Command.Connect(TICKET, BEN, null));
        assertThat(desk.state(other)).isInstanceOf(TicketState.HandedOff.class);
        assertThat(desk.view(TICKET).operator()).contains(BEN);
    }

    @Test
    void corrected_isReplayed() {
        answer_toldAfterTheEnd_isNoAbandonedCallAnyMore();
        Desk replayed = new Desk(TestDesk.observed());
        desk.log.forEach(replayed::apply);
        assertThat(replayed.snapshot()).isEqualTo(desk.desk.snapshot());
        DeskSnapshot snapshot = desk.desk.snapshot();
        assertThat(Desk.restore(TestDesk.observed(), snapshot).snapshot()).isEqualTo(snapshot);
    }
}
