package madoguchi.desk;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names one request for a screenshot: a consent holds for that very request and no other.
 *
 * @param value 26 characters of {@code [0-9a-hjkmnp-tv-z]}
 */
public record ConsentId(String value) {

    private static final Pattern FORM = RandomId.form();

    public ConsentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("consent: " + value + " (expected: 26 characters of base 32)");
        }
    }

    public static ConsentId random(RandomGenerator random) {
        return new ConsentId(RandomId.next(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
