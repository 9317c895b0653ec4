package madoguchi.settings;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one kind of value is written.
 *
 * @param expected in words, as a mistake is told
 * @param parser throws {@link IllegalArgumentException} or {@link DateTimeException} for a text of another form
 * @param secret whether a wrong value may not be shown
 */
record Form<T>(String expected, Function<String, T> parser, boolean secret) {

    Form(String expected, Function<String, T> parser) {
        this(expected, parser, false);
    }

    Optional<T> parse(String text) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
