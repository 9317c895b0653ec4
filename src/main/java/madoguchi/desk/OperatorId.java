package madoguchi.desk;

import java.util.random.RandomGenerator;

/**
 * Names an operator without saying who it is; the name is private data.
 *
 * @param value 26 characters of {@code [0-9a-hjkmnp-tv-z]}
 */
public record OperatorId(String value) {

    public OperatorId {
        RandomId.require("operator", value);
    }

    public static OperatorId random(RandomGenerator random) {
        return new OperatorId(RandomId.next(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
