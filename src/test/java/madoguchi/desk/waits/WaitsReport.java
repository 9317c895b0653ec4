package madoguchi.desk.waits;

import java.util.List;
import java.util.Locale;

/** Prints how the wait range fares at simulated desks, on days it has not seen: {@code mvn -q test-compile exec:exec@waits-report}. */
public final class WaitsReport {

    private static final List<String> TICKETS_AHEAD = List.of("0", "1-2", "3-5", "6-10", "11-20");

    private WaitsReport() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        System.out.printf(
                Locale.ROOT,
                "Log-normal calls (mean %.0f s, cv 1), patience %.0f s; opening burst, lunch dip. Calibrated on 60 days,%n"
                        + "judged on 300 others by the virtual waits. Bias: estimate minus wait, in seconds.%n%n",
                Scenario.MEAN_CALL,
                Scenario.MEAN_PATIENCE);
        System.out.println(
                "operators  ahead     waits  gave up  inside   below   above  mean wait  bias QLm  bias calibrated");
        for (int operators : new int[] {2, 3, 5}) {
            print(operators);
        }
    }

    private static void print(int operators) {
        Scenario scenario = Scenario.reference(operators);
        Simulation simulation = Simulation.of(scenario);
        Judgement judgement = simulation.judgement();
        line(operators, "all", judgement);
        for (int bucket = 0; bucket < TICKETS_AHEAD.size(); bucket++) {
            Judgement part = judgement.ofBucket(bucket);
            if (part.waits() > 0) {
                line(operators, TICKETS_AHEAD.get(bucket), part);
            }
        }
        PromiseRecord audited = simulation.audited();
        Judgement servedAlone =
                Simulation.of(scenario.learningFromServedAlone()).judgement();
        System.out.printf(
                Locale.ROOT,
                "           as the desk audits itself: %.1f %% inside, %.1f %% above, median error %.0f s (true: %.0f s)%n"
                        + "           had it learnt from served waits alone: %.1f %% inside, %.1f %% above%n%n",
                100 * audited.inside(),
                100 * audited.above(),
                audited.medianError(),
                judgement.medianError(),
                100 * servedAlone.inside(),
                100 * servedAlone.above());
    }

    private static void line(int operators, String ahead, Judgement judgement) {
        System.out.printf(
                Locale.ROOT,
                "%9d  %5s  %8d  %5.1f %%  %4.1f %%  %4.1f %%  %4.1f %%  %7.0f s  %8.1f  %15.1f%n",
                operators,
                ahead,
                judgement.waits(),
                100 * judgement.gaveUp(),
                100 * judgement.inside(),
                100 * judgement.below(),
                100 * judgement.above(),
                judgement.meanVirtual(),
                judgement.bias(),
                judgement.expectedBias());
    }
}
