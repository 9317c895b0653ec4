package madoguchi.desk;

import java.util.random.RandomGenerator;

/**
 * Names one request for a screenshot: a consent holds for that very request and no other.
 *
 * @param value 26 characters of {@code [0-9a-hjkmnp-tv-z]}
 */
public record ConsentId(String value) {

    public ConsentId {
        RandomId.require("consent", value);
    }

    public static ConsentId random(RandomGenerator random) {
        return new ConsentId(RandomId.next(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
