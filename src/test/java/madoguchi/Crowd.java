package madoguchi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import madoguchi.http.Caller;
import org.jspecify.annotations.Nullable;

/** Several clients that join one caller after the other, and remember what they were answered, until nobody answers. */
final class Crowd {

    private static final int CLIENTS = 4;
    private static final int PATIENCE_SECONDS = 120;

    private final List<Client> clients =
            IntStream.range(0, CLIENTS).mapToObj(i -> new Client()).toList();
    private final LinkedBlockingQueue<Client> acknowledged = new LinkedBlockingQueue<>();
    /** Counts what happens, so that it can be said what came before what. */
    private final AtomicLong moments = new AtomicLong();

    private List<Thread> threads = List.of();
    /** The line as the last look had it. */
    private List<Known> line = List.of();

    /** Sends them all off to this server. */
    void push(String url) {
        acknowledged.clear();
        threads = clients.stream()
                .map(client -> new Thread(() -> client.joinUntilNobodyAnswers(url), "client"))
                .toList();
        threads.forEach(Thread::start);
    }

    void awaitAcknowledgement() {
        try {
            assertThat(acknowledged.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Once the server is gone. */
    void awaitEnd() {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int size() {
        return clients.stream().mapToInt(client -> client.tickets.size()).sum();
    }

    /** Everything acknowledged is there, and in the order in which it was. */
    void check(String url) {
        clients.forEach(client -> client.check(new Caller(url)));
        List<Known> waiting = clients.stream()
                .flatMap(client -> client.tickets.stream())
                .filter(known -> known.position > 0)
                .sorted(Comparator.comparingInt(known -> known.position))
                .toList();
        List<Known> still = line.stream().filter(known -> known.position > 0).toList();
        assertThat(waiting.subList(0, still.size())).isEqualTo(still);
        assertInOrderOfArrival(waiting);
        line = waiting;
    }

    /** Nobody stands behind one who asked only after they had been answered. */
    private static void assertInOrderOfArrival(List<Known> waiting) {
        long asked = 0;
        for (Known known : waiting) {
            assertThat(known.answered).isGreaterThan(asked);
            asked = Math.max(asked, known.asked);
        }
    }

    /** One ticket and what its client knows of it. */
    private static final class Known {
        private final String id;
        private final String token;
        private final long asked;
        private final long answered;
        /** 0 once it has ended. */
        private int position;

        private @Nullable String microphone;
        private boolean leaving;
        private boolean left;

        Known(JsonObject joined, long asked, long answered) {
            this.asked = asked;
            this.answered = answered;
            id = joined.getJsonObject("ticket").getString("id");
            token = joined.getString("token");
        }
    }

    /** Its tickets belong to its thread, and to the test while no thread runs. */
    private final class Client {
        private final List<Known> tickets = new ArrayList<>();

        void joinUntilNobodyAnswers(String url) {
            try {
                while (true) {
                    Caller caller = new Caller(url);
                    long asked = moments.incrementAndGet();
                    JsonObject joined = caller.join("helpdesk");
                    Known known = new Known(joined, asked, moments.incrementAndGet());
                    tickets.add(known);
                    acknowledged.add(this);
                    goOn(caller, known);
                }
            } catch (UncheckedIOException e) {
                assertThat(e).hasCauseInstanceOf(java.io.IOException.class);
            }
        }

        /** Every third checks the microphone, every third leaves again. */
        private void goOn(Caller caller, Known known) {
            int turn = tickets.size() % 3;
            if (turn == 1) {
                JsonObject passed = new JsonObject().put("result", "passed");
                assertThat(caller.put("/api/v1/ticket/microphone", passed).status())
                        .isEqualTo(200);
                known.microphone = "passed";
            } else if (turn == 2) {
                known.leaving = true;
                assertThat(caller.delete("/api/v1/ticket").status()).isEqualTo(204);
                known.left = true;
            }
        }

        void check(Caller caller) {
            for (Known known : tickets) {
                JsonObject ticket = caller.replacing("Authorization", "Bearer " + known.token)
                        .get("/api/v1/ticket")
                        .json();
                assertThat(ticket.getString("id")).isEqualTo(known.id);
                if (known.microphone != null) {
                    assertThat(ticket.getString("microphone")).isEqualTo(known.microphone);
                }
                boolean ended = Objects.equals(ticket.getString("state"), "ended");
                assertThat(ended).isIn(known.left, known.leaving);
                known.position = ended ? 0 : ticket.getInteger("position");
                assertThat(ended || known.position > 0).isTrue();
            }
        }
    }
}
