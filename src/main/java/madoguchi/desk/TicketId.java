package madoguchi.desk;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Names a ticket: 26 characters of Crockford's base 32 (130 random bits), lower case.
 *
 * @param value 26 characters of {@code [0-9a-hjkmnp-tv-z]}
 */
public record TicketId(String value) {

    public TicketId {
        RandomId.require("ticket", value);
    }

    /** A fresh id; for real tickets {@code random} is a {@link java.security.SecureRandom}. */
    public static TicketId random(RandomGenerator random) {
        return new TicketId(RandomId.next(random));
    }

    /** What people read aloud and write into the mail form: the first seven characters, in capitals. */
    public String reference() {
        return value.substring(0, 7).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
