package madoguchi.journal;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import madoguchi.desk.Event;

/** A process of its own that opens a store and appends one event for each line it is told. */
final class CommandedJournal {

    private CommandedJournal() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Vertx vertx = Vertx.vertx();
        try {
            SqliteStore store = SqliteStore.open(vertx, Path.of(arguments[0])).await();
            System.out.println("open");
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                System.out.println(append(store.journal(), Long.parseLong(command)));
            }
        } catch (RuntimeException e) {
            System.out.println(e);
            System.exit(1);
        }
    }

    private static String append(Journal journal, long afterVersion) {
        Event event = TestEvents.oneOfEach().get(0);
        return journal.append("helpdesk", afterVersion, List.of(event))
                .map("appended")
                .otherwise(Throwable::toString)
                .await();
    }
}
