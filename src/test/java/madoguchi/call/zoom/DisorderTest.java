package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import madoguchi.access.KeyedHash;
import madoguchi.access.Keys;
import madoguchi.desk.Board;
import madoguchi.desk.OperatorStatus;
import madoguchi.desk.TicketId;
import madoguchi.desk.TicketState;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A thousand events, told once and in time to one desk, told twice, in any order and late to another: both end in the same state,
 * and in the one that is true. Zoom's lists of agents go on being read meanwhile, as they always are. An event may be as late
 * as the desk waits for an answer: after that it takes the caller back itself. One figure alone may differ: whether a call that
 * was handed on counts as answered in time, where the desk hears of the second agent before the first.
 */
class DisorderTest {

    private static final int LATEST = 120_000;
    private static final Duration QUIET = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private KeyedHash hash;

    /** What a desk has come to. */
    private record State(
            Map<String, String> tickets, Map<String, String> operators, Board.Today today, int answeredInTime) {}

    private State run(ZoomHistory history, String name, boolean disorder, Random random) throws Exception {
        Path data = Files.createDirectory(folder.resolve(name));
        try (HintedDesk desk = new HintedDesk(history, hash, data)) {
            List<TicketId> tickets = new ArrayList<>();
            desk.lists(history.end().plusMillis(LATEST).plus(QUIET));
            for (ZoomHistory.Call call : history.calls) {
                tickets.add(desk.calls(call, tickets.size()));
            }
            for (ZoomHistory.Told event : history.events) {
                if (disorder) {
                    desk.told(late(event, random), event);
                    desk.told(late(event, random), event);
                } else {
                    desk.told(event.at(), event);
                }
            }
            assertThat(desk.go()).isEmpty();
            return state(desk, tickets);
        }
    }

    private static Instant late(ZoomHistory.Told event, Random random) {
        return event.at().plusMillis(random.nextInt(LATEST));
    }

    private static State state(HintedDesk desk, List<TicketId> tickets) {
        Map<String, String> ended = new TreeMap<>();
        for (int i = 0; i < tickets.size(); i++) {
            TicketState state = desk.ticket(tickets.get(i)).state();
            ended.put(
                    "engagement" + i,
                    state instanceof TicketState.Ended end ? end.outcome().name() : state.toString());
        }
        Board board = desk.board();
        // Experts of other queues are offline here, or the desk may never have seen them.
        Map<String, String> operators = board.operators().stream()
                .filter(view -> !(view.status() instanceof OperatorStatus.Offline))
                .collect(Collectors.toMap(
                        view -> view.operator().value(),
                        view -> view.status().getClass().getSimpleName()));
        Board.Today today = board.today();
        return new State(
                ended,
                operators,
                new Board.Today(
                        today.joined(), today.answered(), 0, today.served(), today.abandoned(), today.halfHours()),
                today.answeredInTime());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261124, 424242})
    void aThousandEvents_doubledShuffledAndLate_endAsInOrder(long seed) throws Exception {
        hash = Keys.make(folder, new SecureRandom(), ZoomHistory.BEGIN).hash();
        ZoomHistory history = new ZoomHistory(seed);
        assertThat(history.events).hasSizeGreaterThanOrEqualTo(1_000);

        State inOrder = run(history, "order", false, new Random(seed));
        State inDisorder = run(history, "disorder", true, new Random(seed + 1));

        assertThat(inDisorder)
                .usingRecursiveComparison()
                .ignoringFields("answeredInTime")
                .isEqualTo(inOrder);
        assertThat(Math.abs(inDisorder.answeredInTime() - inOrder.answeredInTime()))
                .isLessThanOrEqualTo(history.handedOn);
        assertThat(inOrder.tickets())
                .isEqualTo(history.calls.stream()
                        .collect(Collectors.toMap(
                                ZoomHistory.Call::engagement,
                                call -> call.ending().name(),
                                (one, other) -> one,
                                TreeMap::new)));
        assertThat(inOrder.tickets().values()).contains("LEFT", "ABANDONED", "SOLVED", "FOLLOW_UP");
        assertThat(inOrder.operators()).hasSize(ZoomHistory.AGENTS);
        assertThat(inOrder.today().served() + inOrder.today().abandoned()).isEqualTo(history.calls.size());
    }
}
