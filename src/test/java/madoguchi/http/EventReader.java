package madoguchi.http;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a stream of ours line by line on a thread of its own; the test waits for the event it wants. */
public final class EventReader implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    /** One event of a stream. */
    public record StreamEvent(String name, JsonObject data) {}

    private final BlockingQueue<StreamEvent> events = new LinkedBlockingQueue<>();
    private final List<StreamEvent> seen = new ArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private final Thread thread;
    private String name = "message";

    private EventReader(HttpResponse<Stream<String>> response) {
        this.response = response;
        this.thread = new Thread(this::read, "event-reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param headers alternating names and values */
    public static EventReader open(HttpClient client, String url, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return new EventReader(client.send(request.build(), HttpResponse.BodyHandlers.ofLines()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public int status() {
        return response.statusCode();
    }

    public @Nullable String header(String header) {
        return response.headers().firstValue(header).orElse(null);
    }

    private void read() {
        try (Stream<String> lines = response.body()) {
            lines.forEach(this::line);
        } catch (UncheckedIOException e) {
            // The server or the test has closed the stream; what came before is in the queue.
            events.add(new StreamEvent("closed", new JsonObject()));
            return;
        }
        events.add(new StreamEvent("closed", new JsonObject()));
    }

    private void line(String line) {
        if (line.startsWith("event: ")) {
            name = line.substring(7);
        } else if (line.startsWith("data: ")) {
            events.add(new StreamEvent(name, new JsonObject(line.substring(6))));
        }
    }

    /** The data of the next event of that name which satisfies {@code wanted}; fails with all that came instead. */
    public JsonObject await(String wantedName, Predicate<JsonObject> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (true) {
                StreamEvent event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new AssertionError(wantedName + " never came; seen: " + seen);
                }
                seen.add(event);
                if (event.name().equals(wantedName) && wanted.test(event.data())) {
                    return event.data();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public JsonObject await(String wantedName) {
        return await(wantedName, data -> true);
    }

    /** The data of all events of that name that were waited for or came before one that was. */
    public List<JsonObject> seen(String wantedName) {
        return seen.stream()
                .filter(event -> event.name().equals(wantedName))
                .map(StreamEvent::data)
                .toList();
    }

    @Override
    public void close() {
        response.body().close();
        thread.interrupt();
    }
}
