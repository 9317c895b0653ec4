package madoguchi.journal;

import java.util.random.RandomGenerator;

/**
 * Starts a process again and again, lets it work, kills it without warning and looks at what it leaves behind. The moment is
 * counted in what the process has acknowledged, so that it lies in the midst of work and never depends on a clock.
 *
 * @param lives how often
 * @param random how many acknowledgements a life lasts
 * @param longest the most acknowledgements that one life lasts
 */
public record KillLoop(int lives, RandomGenerator random, int longest) {

    /** What is killed. */
    public interface Victim {

        void start() throws Exception;

        /** Waits until one more piece of work is acknowledged. */
        void awaitAcknowledgement() throws Exception;

        /** {@code kill -9}, and waits for the end. */
        void kill() throws Exception;

        /** Throws when anything acknowledged is not there, or anything there is not right. */
        void check() throws Exception;
    }

    public void run(Victim victim) throws Exception {
        for (int life = 0; life < lives; life++) {
            victim.start();
            for (int left = random.nextInt(longest) + 1; left > 0; left--) {
                victim.awaitAcknowledgement();
            }
            victim.kill();
            victim.check();
        }
    }
}
