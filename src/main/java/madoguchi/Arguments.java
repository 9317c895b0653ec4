package madoguchi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code java -jar madoguchi.jar}.
 *
 * @param file of the settings, or null for the defaults
 * @param rest what the command makes of it is its own business
 */
record Arguments(@Nullable Path file, Command command, List<String> rest) {

    enum Command {
        SERVE,
        INVITE,
        CHECK
    }

    /** @throws IllegalArgumentException with a plain sentence */
    static Arguments of(List<String> words) {
        int invite = words.indexOf("invite");
        if (invite >= 0) {
            return of(words.subList(0, invite), Command.INVITE, words.subList(invite + 1, words.size()));
        }
        List<String> others = new ArrayList<>(words);
        return of(others, others.remove("check") ? Command.CHECK : Command.SERVE, List.of());
    }

    private static Arguments of(List<String> file, Command command, List<String> rest) {
        if (file.size() > 1 || file.stream().anyMatch(word -> word.startsWith("-"))) {
            throw new IllegalArgumentException(
                    "arguments: " + file + " (expected: [settings file] [invite … | check])");
        }
        return new Arguments(file.isEmpty() ? null : Path.of(file.get(0)), command, rest);
    }
}
