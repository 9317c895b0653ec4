package madoguchi.desk;

import static madoguchi.desk.TestDesk.ANN;
import static madoguchi.desk.TestDesk.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command about a ticket in every state of the ticket: the event it gives, {@code -} for none, or why it is refused. */
class CommandTableTest {

    private static final List<String> STATES =
            List.of("waiting", "stepped-away", "parked", "called", "handed-off", "in-call", "hung-up", "ended");

    private static final TicketId TICKET = TestDesk.id(1);
    private static final ConsentId ASKED = new ConsentId("a".repeat(26));
    private static final ConsentId NEW = new ConsentId("b".repeat(26));

    private static final Map<String, Command> COMMANDS = Map.ofEntries(
            Map.entry("Leave", new Command.Leave(TICKET)),
            Map.entry("CheckMicrophone", new Command.CheckMicrophone(TICKET, MicrophoneResult.DENIED)),
            Map.entry("StepAway", new Command.StepAway(TICKET)),
            Map.entry("ComeBack", new Command.ComeBack(TICKET)),
            Map.entry("Park", new Command.Park(TICKET)),
            Map.entry("Unpark", new Command.Unpark(TICKET)),
            Map.entry("Abandon", new Command.Abandon(TICKET)),
            Map.entry("Extend", new Command.Extend(TICKET)),
            Map.entry("HandOff", new Command.HandOff(TICKET)),
            Map.entry("STARTED", new Command.ReportCall(TICKET, CallReport.STARTED)),
            Map.entry("CONNECTED", new Command.ReportCall(TICKET, CallReport.CONNECTED)),
            Map.entry("FAILED", new Command.ReportCall(TICKET, CallReport.FAILED)),
            Map.entry("DROPPED", new Command.ReportCall(TICKET, CallReport.DROPPED)),
            Map.entry("ENDED", new Command.ReportCall(TICKET, CallReport.ENDED)),
            Map.entry("GiveFeedback", new Command.GiveFeedback(TICKET, Feedback.YES)),
            Map.entry("AnswerConsent", new Command.AnswerConsent(TICKET, ASKED, true)),
            Map.entry("CallNext", new Command.CallNext(BEN, TICKET)),
            Map.entry("Answer", new Command.Answer(ANN, TICKET)),
            Map.entry("End", new Command.End(ANN, TICKET, Outcome.SOLVED)),
            Map.entry("PutBack", new Command.PutBack(ANN, TICKET)),
            Map.entry("AskConsent", new Command.AskConsent(ANN, TICKET, NEW)));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # command       | waiting           | stepped-away       | parked            | called            | handed-off  | in-call         | hung-up         | ended
            Leave           | Ended             | Ended              | Ended             | Ended             | Ended       | HungUp          | -               | -
            CheckMicrophone | MicrophoneChecked | MicrophoneChecked  | MicrophoneChecked | MicrophoneChecked | WrongState  | WrongState      | WrongState      | WrongState
            StepAway        | SteppedAway       | AlreadySteppedAway | WrongState        | WrongState        | WrongState  | WrongState      | WrongState      | WrongState
            ComeBack        | -                 | CameBack           | WrongState        | WrongState        | WrongState  | WrongState      | WrongState      | WrongState
            Park            | Parked            | -                  | -                 | -                 | -           | -               | -               | -
            Unpark          | -                 | -                  | Returned          | -                 | -           | -               | -               | -
            Abandon         | Ended             | Ended              | Ended             | -                 | -           | HungUp          | -               | -
            Extend          | WrongState        | WrongState         | WrongState        | Extended          | WrongState  | WrongState      | WrongState      | WrongState
            HandOff         | WrongState        | WrongState         | WrongState        | HandedOff         | -           | WrongState      | WrongState      | WrongState
            STARTED         | -                 | -                  | -                 | -                 | -           | -               | -               | -
            CONNECTED       | WrongState        | WrongState         | WrongState        | WrongState        | Answered    | -               | -               | -
            FAILED          | WrongState        | WrongState         | WrongState        | WrongState        | WentBack    | -               | -               | -
            DROPPED         | WrongState        | WrongState         | WrongState        | WrongState        | WentBack    | -               | -               | -
            ENDED           | WrongState        | WrongState         | WrongState        | WrongState        | Ended       | HungUp          | -               | -
            GiveFeedback    | WrongState        | WrongState         | WrongState        | WrongState        | WrongState  | WrongState      | FeedbackGiven   | FeedbackGiven
            AnswerConsent   | WrongState        | WrongState         | WrongState        | WrongState        | WrongState  | ConsentAnswered | ConsentAnswered | WrongState
            CallNext        | Called            | WrongState         | WrongState        | WrongState        | WrongState  | WrongState      | WrongState      | WrongState
            Answer          | WrongState        | WrongState         | WrongState        | WrongState        | Answered    | -               | -               | WrongState
            End             | WrongState        | WrongState         | WrongState        | WrongState        | WrongState  | Ended           | Ended           | WrongState
            PutBack         | WrongState        | WrongState         | WrongState        | WentBack          | WentBack    | WentBack        | WrongState      | WrongState
            AskConsent      | WrongState        | WrongState         | WrongState        | WrongState        | WrongState  | ConsentAsked    | WrongState      | WrongState
            """)
    void command_inEveryState(String command, @AggregateWith(Cells.class) List<String> expected) {
        List<String> answers = new ArrayList<>();
        for (String state : STATES) {
            answers.add(answer(in(state), Objects.requireNonNull(COMMANDS.get(command))));
        }
        assertThat(answers).isEqualTo(expected);
    }

    @Test
    void everyCommandAboutATicket_isInTheTable() {
        assertThat(COMMANDS.values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(Command.class.getPermittedSubclasses())
                        .filter(type -> !Set.of(
                                                Command.Join.class,
                                                Command.Ring.class,
                                                Command.Connect.class,
                                                Command.Conclude.class)
                                        .contains(type)
                                && Arrays.stream(type.getRecordComponents())
                                        .anyMatch(component -> component.getType() == TicketId.class))
                        .collect(Collectors.toSet()));
    }

    @Test
    void unknownTicket_isRefusedByEachOfThem() {
        for (Command command : COMMANDS.values()) {
            TestDesk desk = new TestDesk(TestDesk.rules(DeskRules.Calling.MANUAL));
            desk.available(ANN, "ja");
            desk.available(BEN, "ja");
            assertThat(answer(desk, command)).isEqualTo("UnknownTicket");
        }
    }

    private static String answer(TestDesk desk, Command command) {
        try {
            List<Event> events = desk.desk.decide(command, desk.now);
            assertThat(events).hasSizeLessThanOrEqualTo(1);
            return events.isEmpty() ? "-" : events.get(0).getClass().getSimpleName();
        } catch (RefusedException e) {
            return e.refusal().getClass().getSimpleName().replace("WrongTicketState", "WrongState");
        }
    }

    /** A desk whose one ticket is in that state, with {@code ANN} wherever an operator belongs to it. */
    private static TestDesk in(String state) {
        TestDesk desk = new TestDesk(TestDesk.rules(DeskRules.Calling.MANUAL));
        desk.available(ANN, "ja");
        desk.available(BEN, "ja");
        desk.ready(1, "ja");
        switch (state) {
            case "waiting" -> {}
            case "stepped-away" -> desk.ask(new Command.StepAway(TICKET));
            case "parked" -> desk.ask(new Command.Park(TICKET));
            default -> call(desk, STATES.subList(STATES.indexOf("called"), STATES.indexOf(state) + 1));
        }
        return desk;
    }

    private static void call(TestDesk desk, List<String> states) {
        desk.ask(new Command.CallNext(ANN, null));
        if (states.contains("handed-off")) {
            desk.ask(new Command.HandOff(TICKET));
        }
        if (states.contains("in-call")) {
            desk.ask(new Command.Answer(ANN, TICKET));
            desk.ask(new Command.AskConsent(ANN, TICKET, ASKED));
        }
        if (states.contains("hung-up")) {
            desk.ask(new Command.Leave(TICKET));
        }
        if (states.contains("ended")) {
            desk.ask(new Command.End(ANN, TICKET, Outcome.SOLVED));
        }
    }
}
