package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** An observed desk under long, random sequences of hints, true and false, in any order. */
class ObservedProperties {

    private static final int STEPS = 20_000;
    private static final List<OperatorId> OPERATORS = IntStream.range(0, 5)
            .mapToObj(i -> TestDesk.operator((char) ('a' + i)))
            .toList();
    private static final List<Set<String>> LANGUAGES = List.of(Set.of("ja"), Set.of("en"), Set.of("ja", "en"));

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void randomHints_reserveEachOperatorOnce_andReplayToTheSameDesk(@ForAll long seed) {
        run(seed);
    }

    /** Of a known sequence, because by chance one may leave out what is rare. */
    @Example
    void randomHints_reachAlmostEverything() {
        assertThat(run(1).stream().map(Object::getClass).collect(Collectors.toSet()))
                .contains(
                        Event.Reassigned.class,
                        Event.SightChanged.class,
                        Event.Answered.class,
                        Event.HungUp.class,
                        Event.Corrected.class);
    }

    private static List<Event> run(long seed) {
        Random random = new Random(seed);
        TestDesk desk = new TestDesk(TestDesk.observed());
        Desk restored = Desk.restore(TestDesk.observed(), desk.desk.snapshot());
        int replayed = 0;
        for (int step = 0; step < STEPS; step++) {
            desk.pass(Duration.ofMillis(random.nextInt(3_000)));
            boolean seen = desk.desk.snapshot().seen();
            int before = desk.log.size();
            ask(desk, command(desk, random, step));
            check(desk, desk.log.subList(before, desk.log.size()), seen);
            if (step % 500 == 0) {
                assertThat(desk.desk.board(desk.now).today())
                        .isEqualTo(Recount.today(desk.log, TestDesk.observed(), desk.now));
            }
            if (step == STEPS / 2) {
                restored = Desk.restore(TestDesk.observed(), desk.desk.snapshot());
                replayed = desk.log.size();
            }
        }
        Desk fresh = new Desk(TestDesk.observed());
        desk.log.forEach(fresh::apply);
        desk.log.subList(replayed, desk.log.size()).forEach(restored::apply);
        assertThat(fresh.snapshot()).isEqualTo(desk.desk.snapshot());
        assertThat(restored.snapshot()).isEqualTo(desk.desk.snapshot());
        return desk.log;
    }

    private static void ask(TestDesk desk, Command command) {
        try {
            desk.ask(command);
        } catch (RefusedException e) {
            desk.advance();
        }
    }

    private static Command command(TestDesk desk, Random random, int step) {
        TicketId ticket = ticket(desk, random, step);
        OperatorId operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        return switch (random.nextInt(14)) {
            case 0, 1 -> new Command.Join(TestDesk.id(step), random.nextBoolean() ? "ja" : "en", null, null, null);
            case 2, 3 -> new Command.CheckMicrophone(ticket, MicrophoneResult.PASSED);
            case 4, 5 -> new Command.HandOff(ticket);
            case 6 ->
                new Command.Connect(
                        ticket,
                        operator,
                        random.nextBoolean() ? null : desk.now.minusSeconds(random.nextInt(7_200) - 60));
            case 7 -> new Command.Ring(ticket, operator);
            case 8 -> new Command.Conclude(ticket, random.nextBoolean() ? null : Outcome.REFERRED);
            case 9 -> new Command.ReportCall(ticket, pick(random, CallReport.values()));
            case 10 -> random.nextInt(10) > 0 ? new Command.RegainSight() : new Command.LoseSight();
            case 11 -> new Command.Leave(ticket);
            default ->
                new Command.Observe(
                        operator,
                        LANGUAGES.get(OPERATORS.indexOf(operator) % LANGUAGES.size()),
                        random.nextInt(2) > 0 ? Sighting.READY : pick(random, Sighting.values()));
        };
    }

    /** Mostly one in somebody's hands or in the line, now and then one that has ended or never was. */
    private static TicketId ticket(TestDesk desk, Random random, int step) {
        Optional<TicketId> ended = random.nextInt(8) == 0 ? lastEnded(desk) : Optional.empty();
        if (ended.isPresent()) {
            return ended.get();
        }
        Board board = desk.desk.board(desk.now);
        List<TicketView> near = random.nextBoolean() ? board.calls() : board.line();
        return near.isEmpty() || random.nextInt(8) == 0
                ? TestDesk.id(Math.max(0, step - random.nextInt(60)))
                : near.get(random.nextInt(Math.min(5, near.size()))).ticket();
    }

    private static Optional<TicketId> lastEnded(TestDesk desk) {
        return desk.log.subList(Math.max(0, desk.log.size() - 20), desk.log.size()).stream()
                .flatMap(event -> event instanceof Event.Ended end ? Stream.of(end.ticket()) : Stream.empty())
                .reduce((earlier, later) -> later);
    }

    private static <T> T pick(Random random, T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    /** Each caller in hand has an operator of their own, each busy operator that caller; who is called anew speaks the language. */
    private static void check(TestDesk desk, List<Event> events, boolean seen) {
        Board board = desk.desk.board(desk.now);
        List<OperatorId> reserved = board.calls().stream()
                .map(view -> view.operator().orElseThrow())
                .toList();
        assertThat(reserved).doesNotHaveDuplicates();
        for (Event event : events) {
            if (event instanceof Event.Called called && !answered(called.ticket(), events)) {
                assertThat(seen || events.stream().anyMatch(e -> e instanceof Event.SightChanged))
                        .isTrue();
                assertThat(languages(board, called.operator())).contains(language(desk, called.ticket()));
            }
        }
        assertThat((long) board.available() + board.busy() + board.onBreak())
                .isEqualTo(board.operators().stream()
                        .filter(o -> !(o.status() instanceof OperatorStatus.Offline))
                        .count());
    }

    /** Not called to come, but found to be in a call already, with whoever took it. */
    private static boolean answered(TicketId ticket, List<Event> events) {
        return events.stream()
                .anyMatch(event -> event instanceof Event.Answered answer
                        && answer.ticket().equals(ticket));
    }

    private static Set<String> languages(Board board, OperatorId operator) {
        return board.operators().stream()
                .filter(o -> o.operator().equals(operator))
                .findAny()
                .orElseThrow()
                .languages();
    }

    private static String language(TestDesk desk, TicketId ticket) {
        return desk.view(ticket).language();
    }
}
