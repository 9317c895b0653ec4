package madoguchi.simulator;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An agent of the contact centre, whose name and address are what must never leave the desk's server. */
final class Agent {

    enum Status {
        OFFLINE("Offline"),
        READY("Ready"),
        NOT_READY("Not Ready"),
        OCCUPIED("Occupied");

        final String word;

        Status(String word) {
            this.word = word;
        }

        String id() {
            return "status-" + word.toLowerCase(Locale.ROOT).replace(' ', '-');
        }
    }

    final String id;
    final String name;
    final List<Account.Queue> queues;
    final Set<Account.Queue> optedOut = new HashSet<>();
    boolean active = true;
    Status status = Status.OFFLINE;
    /** Of Not Ready or Occupied; empty for none. */
    String sub = "";
    /** Since when in this status. */
    Instant since = Instant.EPOCH;

    Agent(String id, String name, Account.Queue... queues) {
        this.id = id;
        this.name = name;
        this.queues = List.of(queues);
    }

    String userId() {
        return "user-" + id;
    }

    String email() {
        return id + "@agents.example.ac.jp";
    }

    boolean takesFrom(Account.Queue queue) {
        return status == Status.READY && active && queues.contains(queue) && !optedOut.contains(queue);
    }
}
