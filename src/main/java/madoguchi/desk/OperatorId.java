package madoguchi.desk;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names an operator without saying who it is; the name is private data.
 *
 * @param value 26 characters of {@code [0-9a-hjkmnp-tv-z]}
 */
public record OperatorId(String value) {

    private static final Pattern FORM = RandomId.form();

    public OperatorId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("operator: " + value + " (expected: 26 characters of base 32)");
        }
    }

    public static OperatorId random(RandomGenerator random) {
        return new OperatorId(RandomId.next(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
