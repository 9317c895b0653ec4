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

    static void register(MeterRegistry registry, List<HttpVerticle> publicSide) {
        List<StreamCounters> hubs =
                publicSide.stream().map(HttpVerticle::counters).toList();
        Gauge.builder("madoguchi.streams", hubs, all -> sum(all, hub -> hub.opened() - (double) hub.closed()))
                .description("Open streams")
                .register(registry);
        counter(registry, hubs, "opened", StreamCounters::opened);
        counter(registry, hubs, "closed", StreamCounters::closed);
        counter(registry, hubs, "cut", StreamCounters::cut);
        counter(registry, hubs, "written", StreamCounters::written);
        counter(registry, hubs, "folded", StreamCounters::folded);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
    }

    private static void counter(
            MeterRegistry registry, List<StreamCounters> hubs, String what, ToDoubleFunction<StreamCounters> count) {
        FunctionCounter.builder("madoguchi.streams." + what, hubs, all -> sum(all, count))
                .description("Streams or events " + what + " since the start")
                .register(registry);
    }

    private static double sum(List<StreamCounters> hubs, ToDoubleFunction<StreamCounters> count) {
        return hubs.stream().mapToDouble(count).sum();
    }
}
