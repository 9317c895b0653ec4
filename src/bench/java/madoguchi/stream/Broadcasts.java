package madoguchi.stream;

import java.io.IOException;
import java.util.List;

/** One event to all streams of the shipped hub, at rising numbers of streams. */
final class Broadcasts {

    private static final int WARM_UP = 15;
    private static final int MEASURED = 40;

    private Broadcasts() {}

    static void measure(List<String> numbers) throws IOException {
        try (ServerProcess server = ServerProcess.hub();
                LoadClient client = new LoadClient(
                        server.address(), stream -> LoadClient.get(server.port(), "/sse"), Trigger.MARK);
                Trigger trigger = new Trigger(server.address(), client)) {
            long base = server.residentBytes();
            for (String number : numbers) {
                int streams = Integer.parseInt(number);
                client.open(streams - client.streams());
                long idle = (server.residentBytes() - base) / streams;
                trigger.tell(WARM_UP);
                long cpu = server.cpuNanos();
                Latencies told = trigger.tell(MEASURED);
                cpu = server.cpuNanos() - cpu;
                long after = (server.residentBytes() - base) / streams;
                Report.line(
                        "\"streams\":%d,\"completion_ms\":%.1f,\"p50_ms\":%.1f,\"p99_ms\":%.1f,\"cpu_ms_per_event\":%.1f,"
                                + "\"cpu_s_per_1m\":%.2f,\"rss_idle\":%d,\"rss_after\":%d,\"lost\":%d",
                        streams,
                        told.completionMillis(),
                        told.quantileMillis(0.5),
                        told.quantileMillis(0.99),
                        cpu / 1e6 / MEASURED,
                        cpu / 1e3 / told.count(),
                        idle,
                        after,
                        client.lost());
            }
        }
    }
}
