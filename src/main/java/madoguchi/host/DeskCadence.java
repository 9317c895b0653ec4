package madoguchi.host;

import java.time.Duration;
import java.util.Objects;
import madoguchi.desk.Board;
import org.jspecify.annotations.Nullable;

/**
 * Decides when everybody at a desk is told its counts again: a change of state, of the operators or of the notice at once;
 * the number waiting and the ranges at most once a second and, beyond 20 waiting, only when off by more than 5 %.
 *
 * <p>Owned by the desk's event loop.
 */
final class DeskCadence {

    private static final Duration COUNTS = Duration.ofSeconds(1);
    private static final int EXACT = 20;

    private @Nullable Board told;
    private boolean toldHeld;

    /**
     * Whether to tell; if so, {@code board} counts as told.
     *
     * @param held shown as paused, because the journal cannot write
     */
    boolean tells(Board board, boolean held) {
        Board last = told;
        boolean tells = last == null
                || toldHeld != held
                || atOnce(last, board)
                || (!board.at().isBefore(last.at().plus(COUNTS)) && counts(last, board));
        if (tells) {
            told = board;
            toldHeld = held;
        }
        return tells;
    }

    private static boolean atOnce(Board last, Board board) {
        return last.state() != board.state()
                || last.available() != board.available()
                || last.busy() != board.busy()
                || !last.notToday().equals(board.notToday())
                || !Objects.equals(last.closes(), board.closes())
                || !Objects.equals(last.opens(), board.opens())
                || !Objects.equals(last.notice(), board.notice());
    }

    private static boolean counts(Board last, Board board) {
        int off = Math.abs(last.waiting() - board.waiting());
        if (last.waiting() <= EXACT || board.waiting() <= EXACT) {
            return off > 0 || !last.ranges().equals(board.ranges());
        }
        return off > Math.min(last.waiting(), board.waiting()) / EXACT;
    }
}
