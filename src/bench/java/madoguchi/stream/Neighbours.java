package madoguchi.stream;

import java.io.IOException;

/** Readers that keep up, alone and beside others that do not: a big event every second. */
final class Neighbours {

    private static final int WARM_UP = 15;
    private static final int BIG_EVENT = 4096;
    private static final int SECONDS = 45;

    private final ServerProcess server;
    private final LoadClient client;
    private final Trigger trigger;
    private long most;
    private double lastCut;

    private Neighbours(ServerProcess server, LoadClient client, Trigger trigger) {
        this.server = server;
        this.client = client;
        this.trigger = trigger;
    }

    static void measure(int streams, int percent) throws IOException {
        try (ServerProcess server = ServerProcess.hub();
                LoadClient client = new LoadClient(
                        server.address(), stream -> LoadClient.get(server.port(), "/sse"), Trigger.MARK);
                Trigger trigger = new Trigger(server.address(), client)) {
            client.open(streams);
            trigger.tell(WARM_UP);
            Neighbours neighbours = new Neighbours(server, client, trigger);
            Latencies alone = neighbours.seconds();
            int bad = streams * percent / 100;
            client.openStanding(bad);
            client.openDripping(bad);
            Latencies beside = neighbours.seconds();
            Report.line(
                    "\"streams\":%d,\"bad\":%d,\"p99_ms_alone\":%.1f,\"p99_ms_beside\":%.1f,\"ratio\":%.2f,\"bad_left\":%d,"
                            + "\"last_cut_s\":%.0f,\"most_bytes_each\":%d,\"lost\":%d",
                    streams,
                    2 * bad,
                    alone.quantileMillis(0.99),
                    beside.quantileMillis(0.99),
                    beside.quantileMillis(0.99) / alone.quantileMillis(0.99),
                    trigger.streamsAtServer() - streams,
                    neighbours.lastCut,
                    neighbours.most / (2L * bad),
                    client.lost());
        }
    }

    private Latencies seconds() throws IOException {
        Latencies told = new Latencies();
        long start = System.nanoTime();
        long quiet = server.residentBytes();
        most = 0;
        lastCut = 0;
        for (int second = 1; second <= SECONDS; second++) {
            int before = trigger.streamsAtServer();
            told.add(trigger.broadcast(BIG_EVENT));
            client.drip();
            client.pumpUntil(start + second * 1_000_000_000L);
            most = Math.max(most, server.residentBytes() - quiet);
            lastCut = trigger.streamsAtServer() < before ? (System.nanoTime() - start) / 1e9 : lastCut;
        }
        return told;
    }
}
