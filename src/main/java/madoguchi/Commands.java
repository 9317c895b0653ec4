package madoguchi;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import madoguchi.settings.Settings;

/** What is done once and ends; the server may run meanwhile. Each prints what it found and gives the status to exit with. */
final class Commands {

    private Commands() {}

    /** Prints a sign-in link. */
    static Future<Integer> invite(Settings settings, List<String> arguments) {
        return Invitations.link(Vertx.vertx(), settings, arguments)
                .onSuccess(System.out::println)
                .map(0);
    }

    /** Prints a line for each thing that the settings speak of and the live accounts do not have. */
    static Future<Integer> check(Settings settings) {
        return ZoomCheck.missing(Vertx.vertx(), settings, InstantSource.system())
                .map(missing -> {
                    missing.forEach(System.out::println);
                    if (missing.isEmpty()) {
                        System.out.println("nothing is missing");
                    }
                    return missing.isEmpty() ? 0 : 1;
                });
    }
}
