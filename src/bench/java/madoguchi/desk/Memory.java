package madoguchi.desk;

import java.util.Random;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 256 MiB, about what the tickets of a line of a million take, as one ring in random order: each place says where the next is. */
@State(Scope.Thread)
public class Memory {

    private final int[] ring = new int[1 << 26];
    private int at;

    /** Sattolo's shuffle, which leaves one cycle. */
    @Setup(Level.Trial)
    public void shuffle() {
        Random random = new Random(1);
        for (int i = 0; i < ring.length; i++) {
            int other = i == 0 ? 0 : random.nextInt(i);
            ring[i] = ring[other];
            ring[other] = i;
        }
    }

    int next() {
        at = ring[at];
        return at;
    }
}
