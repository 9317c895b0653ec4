package madoguchi.access;

import java.security.SecureRandom;
import java.util.Base64;

/** 128 random bits as 22 characters of base64url. */
final class RandomText {

    private RandomText() {}

    static String of(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
