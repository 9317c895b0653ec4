package madoguchi.desk;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** The one form of all our ids: 26 characters of Crockford's base 32, which has no letters that look like digits. */
final class RandomId {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;

    private RandomId() {}

    /** @throws IllegalArgumentException for a text of another form, with {@code name} */
    static void require(String name, String value) {
        if (value.length() != LENGTH || !value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 26 characters of base 32)");
        }
    }

    /** Five bits of each byte are a character. */
    static String next(RandomGenerator random) {
        byte[] characters = new byte[LENGTH];
        random.nextBytes(characters);
        for (int i = 0; i < LENGTH; i++) {
            characters[i] = (byte) ALPHABET.charAt(characters[i] & (ALPHABET.length() - 1));
        }
        return new String(characters, StandardCharsets.ISO_8859_1);
    }
}
