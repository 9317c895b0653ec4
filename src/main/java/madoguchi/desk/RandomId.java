package madoguchi.desk;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The one form of all our ids: 26 characters of Crockford's base 32, which has no letters that look like digits. */
final class RandomId {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;

    private RandomId() {}

    static Pattern form() {
        return Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    }

    static String next(RandomGenerator random) {
        char[] characters = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            characters[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return new String(characters);
    }
}
