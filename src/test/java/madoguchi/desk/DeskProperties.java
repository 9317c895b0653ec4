package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.desk.ReferenceDesk.ReferenceOperator;
import madoguchi.desk.ReferenceDesk.ReferenceTicket;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** A desk and its plain model under the same long, random sequences of commands: they must never differ. */
class DeskProperties {

    private static final int STEPS = 100_000;

    /** Notices change nothing else; the others belong to observed desks. */
    private static final Set<Class<?>> ELSEWHERE = Set.of(
            Event.NoticeChanged.class,
            Event.Sighted.class,
            Event.SightChanged.class,
            Event.Reassigned.class,
            Event.Corrected.class);

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void randomCommands_giveWhatThePlainModelGives(@ForAll long seed, @ForAll DeskRules.Calling calling) {
        new Run(seed, TestDesk.rules(calling)).go();
    }

    /** Of two known sequences, because by chance one may leave out what is rare. */
    @Example
    void randomCommands_reachAlmostEverything() {
        List<Event> log = new ArrayList<>();
        for (DeskRules.Calling calling : DeskRules.Calling.values()) {
            log.addAll(new Run(1, TestDesk.rules(calling)).go());
        }

        assertThat(log.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(Event.class.getPermittedSubclasses())
                        .filter(type -> !ELSEWHERE.contains(type))
                        .collect(Collectors.toSet()));
        assertThat(log.stream().flatMap(e -> e instanceof Event.WentBack w ? Stream.of(w.reason()) : Stream.empty()))
                .contains(Event.Reason.values());
        assertThat(log.stream().flatMap(e -> e instanceof Event.Ended w ? Stream.of(w.outcome()) : Stream.empty()))
                .contains(Outcome.SOLVED, Outcome.DROPPED, Outcome.LEFT, Outcome.ABANDONED, Outcome.CLOSED);
    }

    /** One sequence. */
    private static final class Run {
        private final DeskRules rules;
        private final RandomCommands commands;
        private final Desk desk;
        private final ReferenceDesk model;
        private final ReferenceRules modelRules;
        private final List<Event> log = new ArrayList<>();
        private final int snapshotAt;
        private Instant now = TestDesk.START;
        private @Nullable Desk restored;

        Run(long seed, DeskRules rules) {
            this.rules = rules;
            this.desk = new Desk(rules);
            this.model = new ReferenceDesk(rules);
            this.commands = new RandomCommands(seed, model);
            this.modelRules = new ReferenceRules(model);
            this.snapshotAt = (int) Math.floorMod(seed, (long) STEPS);
        }

        List<Event> go() {
            for (int step = 0; step < STEPS; step++) {
                now = now.plus(commands.pause());
                Map<TicketId, Integer> before = positions();
                long moves = desk.moves();
                take(commands.next());
                advance();
                checkPositions(before, desk.moves() - moves);
                if (step % 2000 == 0) {
                    checkPicture();
                }
                if (step == snapshotAt) {
                    restored = Desk.restore(rules, desk.snapshot());
                }
            }
            checkReplay();
            return log;
        }

        private void take(Command command) {
            List<Event> decided = decide(command);
            List<Event> compared = decided == null
                    ? null
                    : decided.stream().map(Run::withoutRange).toList();
            assertThat(compared).as("%s at %s", command, now).isEqualTo(modelRules.decide(command, now));
            apply(decided == null ? List.of() : decided);
        }

        private @Nullable List<Event> decide(Command command) {
            try {
                return desk.decide(command, now);
            } catch (RefusedException e) {
                return null;
            }
        }

        /** The model knows no ranges. */
        private static Event withoutRange(Event event) {
            return event instanceof Event.Joined e
                    ? new Event.Joined(
                            e.at(),
                            e.ticket(),
                            e.language(),
                            e.topic(),
                            e.device(),
                            e.idempotencyKey(),
                            e.ahead(),
                            null)
                    : event;
        }

        private void advance() {
            List<Event> due = modelRules.due(now);
            assertThat(desk.decide(new Command.Advance(), now)).isEqualTo(due);
            while (!due.isEmpty()) {
                apply(due);
                due = modelRules.due(now);
                assertThat(desk.decide(new Command.Advance(), now)).isEqualTo(due);
            }
        }

        private void apply(List<Event> events) {
            for (Event event : events) {
                desk.apply(event);
                model.apply(event);
                log.add(event);
                if (restored != null) {
                    restored.apply(event);
                }
            }
        }

        private Map<TicketId, Integer> positions() {
            Map<TicketId, Integer> positions = new HashMap<>();
            model.counted().forEach(ticket -> positions.put(ticket.id(), positions.size() + 1));
            return positions;
        }

        /** The position shown is the rank, and one unit of moves changes it by one at the most. */
        private void checkPositions(Map<TicketId, Integer> before, long moves) {
            Map<TicketId, Integer> ranks = positions();
            Map<TicketId, Integer> shown = new HashMap<>();
            int farthest = 0;
            for (Map.Entry<TicketId, Integer> rank : ranks.entrySet()) {
                shown.put(rank.getKey(), desk.position(rank.getKey()));
                int from = before.getOrDefault(rank.getKey(), rank.getValue());
                farthest = Math.max(farthest, Math.abs(rank.getValue() - from));
            }
            assertThat(shown).isEqualTo(ranks);
            assertThat((long) farthest).isLessThanOrEqualTo(moves);
        }

        private void checkPicture() {
            Board board = desk.board(now);
            assertThat(board.waiting()).isEqualTo(model.counted().size());
            assertThat(board.line().stream().map(TicketView::ticket))
                    .isEqualTo(model.line.stream()
                            .filter(t -> !t.in("called"))
                            .map(ReferenceTicket::id)
                            .toList());
            assertThat(board.line().stream().map(TicketView::position).filter(p -> p != null))
                    .hasSize(board.waiting());
            assertThat(board.available()).isEqualTo(operators(Set.of("available")));
            assertThat(board.busy()).isEqualTo(operators(Set.of("ringing", "talking", "owing", "wrapping")));
            assertThat(board.onBreak()).isEqualTo(operators(Set.of("break")));
            assertThat(board.today()).isEqualTo(Recount.today(log, rules, now));
            checkCalls(board);
        }

        private long operators(Set<String> states) {
            return model.operators.stream()
                    .map((ReferenceOperator o) -> o.state)
                    .filter(states::contains)
                    .count();
        }

        /** No ticket with two operators, no operator with two tickets, and nobody who is called without an operator. */
        private void checkCalls(Board board) {
            List<OperatorId> busy = board.calls().stream()
                    .map(view -> view.operator().orElseThrow())
                    .toList();
            assertThat(busy).doesNotHaveDuplicates();
            assertThat(board.calls().stream().map(TicketView::ticket).collect(Collectors.toSet()))
                    .isEqualTo(model.tickets.stream()
                            .filter(t -> t.in("called", "ringing", "talking", "owing"))
                            .map(ReferenceTicket::id)
                            .collect(Collectors.toSet()));
        }

        /** That the sequence went everywhere. */
        private void checkReplay() {
            Desk replayed = new Desk(rules);
            log.forEach(replayed::apply);
            assertThat(replayed.snapshot()).isEqualTo(desk.snapshot());
            assertThat(Objects.requireNonNull(restored).snapshot()).isEqualTo(desk.snapshot());
        }
    }
}
