package madoguchi.call.zoom;

import java.math.BigInteger;
import java.util.Base64;
import madoguchi.access.KeyedHash;
import madoguchi.desk.OperatorId;

/** Makes operators of Zoom's users, the same ones always, from whom nobody without our key gets back to the user. */
final class AgentIds {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final int BITS = 5;

    private final KeyedHash hash;

    AgentIds(KeyedHash hash) {
        this.hash = hash;
    }

    OperatorId of(String user) {
        BigInteger number = new BigInteger(1, Base64.getUrlDecoder().decode(hash.of("zoom user " + user)));
        char[] characters = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            characters[i] = DIGITS.charAt(number.intValue() & (DIGITS.length() - 1));
            number = number.shiftRight(BITS);
        }
        return new OperatorId(new String(characters));
    }
}
