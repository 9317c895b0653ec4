package madoguchi.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Stands for a text without telling it: only who has the key can find out whether a guess is right. For device keys,
 * idempotency keys and addresses. Immutable.
 */
public final class KeyedHash {

    private final SecretKey key;

    KeyedHash(SecretKey key) {
        this.key = key;
    }

    /** 22 characters of base64url, 128 bits; the same for the same text as long as the data folder lives. */
    public String of(String text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] hash = Arrays.copyOf(mac.doFinal(text.getBytes(UTF_8)), 16);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
