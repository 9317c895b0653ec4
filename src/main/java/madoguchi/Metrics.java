package madoguchi;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import madoguchi.http.HttpVerticle;
import madoguchi.stream.StreamCounters;

/** What ops may watch: the streams' life, memory, descriptors. */
final class Metrics {

    private Metrics() {}

    /** @param publicSide held by the caller: meters hold what they watch weakly */
    static void register(MeterRegistry registry, List<HttpVerticle> publicSide) {
        Gauge.builder(
                        "madoguchi.streams",
                        publicSide,
                        all -> sum(all, counters -> counters.opened() - (double) counters.closed()))
                .description("Open streams")
                .register(registry);
        counter(registry, publicSide, "opened", StreamCounters::opened);
        counter(registry, publicSide, "closed", StreamCounters::closed);
        counter(registry, publicSide, "cut", StreamCounters::cut);
        counter(registry, publicSide, "written", StreamCounters::written);
        counter(registry, publicSide, "folded", StreamCounters::folded);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
    }

    private static void counter(
            MeterRegistry registry,
            List<HttpVerticle> publicSide,
            String what,
            ToDoubleFunction<StreamCounters> count) {
        FunctionCounter.builder("madoguchi.streams." + what, publicSide, all -> sum(all, count))
                .description("Streams or events " + what + " since the start")
                .register(registry);
    }

    private static double sum(List<HttpVerticle> publicSide, ToDoubleFunction<StreamCounters> count) {
        return publicSide.stream()
                .mapToDouble(verticle -> count.applyAsDouble(verticle.counters()))
                .sum();
    }
}
