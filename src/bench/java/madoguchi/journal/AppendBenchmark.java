package madoguchi.journal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import madoguchi.desk.Event;
import madoguchi.desk.TicketId;

/**
 * Durable appends per second to one desk, as its host makes them: many in flight, each at the version after the one before.
 * Beside it what the same file system gives to one who writes 4 KiB and waits for the disk, again and again.
 * {@code mvn -q test-compile exec:exec@bench-journal}
 */
public final class AppendBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    private AppendBenchmark() {}

    /** @param arguments the folder to write to; what is in it is kept */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "journal");
        Vertx vertx = Vertx.vertx();
        SqliteStore store = SqliteStore.open(vertx, folder).await();
        System.out.printf(Locale.ROOT, "JDK %s, %s%n", Runtime.version(), folder);
        print("write 4 KiB, fsync", fsyncs(folder));
        Context context = vertx.getOrCreateContext();
        for (int tasks : List.of(1, 64, 1_000)) {
            String desk = "desk-" + tasks;
            new Load(store.journal(), desk, 0, WARM_UP).run(context, tasks);
            long version =
                    store.journal().read(desk, 0, Integer.MAX_VALUE).await().size();
            print(tasks + " appends at once", new Load(store.journal(), desk, version, MEASURED).run(context, tasks));
        }
        print("write 4 KiB, fsync", fsyncs(folder));
        store.close().await();
        vertx.close().await();
    }

    private static List<Long> fsyncs(Path folder) throws IOException {
        List<Long> times = new ArrayList<>();
        Path file = Files.createTempFile(folder, "fsync", "");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long end = System.nanoTime() + MEASURED.toNanos(), now = 0; now < end; ) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(4096));
                channel.force(false);
                now = System.nanoTime();
                times.add(now - start);
            }
        }
        Files.delete(file);
        return times;
    }

    private static void print(String what, List<Long> times) {
        Collections.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-22s %,9.0f/s   p50 %6.2f ms   p99 %6.2f ms   max %7.2f ms%n",
                what,
                times.size() / (double) MEASURED.toSeconds(),
                times.get(times.size() / 2) / 1e6,
                times.get(times.size() * 99 / 100) / 1e6,
                times.get(times.size() - 1) / 1e6);
    }

    /** Some tasks that append as fast as they are answered, until the time is over. Belongs to one context. */
    private static final class Load {
        private final Journal journal;
        private final String desk;
        private final Random random = new Random(1);
        private final List<Long> times = new ArrayList<>();
        private final long end;
        private long version;

        Load(Journal journal, String desk, long version, Duration time) {
            this.journal = journal;
            this.desk = desk;
            this.version = version;
            end = System.nanoTime() + time.toNanos();
        }

        /** @return how long each append took, in nanoseconds */
        List<Long> run(Context context, int tasks) {
            List<Promise<Void>> ends =
                    Stream.generate(Promise::<Void>promise).limit(tasks).toList();
            context.runOnContext(start -> ends.forEach(this::next));
            Future.all(ends.stream().map(Promise::future).toList()).await();
            return times;
        }

        /** No chain of futures: one of so many links overflows the stack when it ends. */
        private void next(Promise<Void> over) {
            long start = System.nanoTime();
            if (start > end) {
                over.complete();
                return;
            }
            journal.append(desk, version++, List.of(joined()))
                    .onFailure(over::fail)
                    .onSuccess(appended -> {
                        times.add(System.nanoTime() - start);
                        next(over);
                    });
        }

        private Event joined() {
            return new Event.Joined(
                    Instant.now(), TicketId.random(random), "ja", "network", null, "0123456789abcdef", 12, null);
        }
    }
}
