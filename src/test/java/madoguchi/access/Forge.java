package madoguchi.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import madoguchi.access.Keys.SigningKey;

/** Signs whatever one likes with the real key, as somebody would who has it, or a library that is lax. */
final class Forge {

    static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    static final String HEADER = "{\"typ\":\"JWT\",\"alg\":\"HS256\",\"kid\":\"the-newer-key\"}";

    private static final SigningKey NEWER = new SigningKey("the-newer-key", key(1), NOW);
    private static final SigningKey OLDER = new SigningKey("the-older-key", key(2), NOW);

    private Forge() {}

    /** Two keys, as after a rotation. */
    static Keys keys() {
        return new Keys(Path.of("nowhere"), List.of(NEWER, OLDER), key(3));
    }

    static SecretKey key(int filling) {
        byte[] bytes = new byte[Keys.BYTES];
        Arrays.fill(bytes, (byte) filling);
        return Keys.key(bytes);
    }

    static String token(String header, String payload) {
        return token(header, payload, NEWER.key());
    }

    static String token(String header, String payload, SecretKey key) {
        String signed = base64(header.getBytes(UTF_8)) + "." + base64(payload.getBytes(UTF_8));
        return signed + "." + base64(signature(signed, key));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] signature(String text, SecretKey key) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
