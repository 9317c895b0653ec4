package madoguchi.call.zoom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 as Zoom's webhooks use it. Immutable. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Signature(String secret) {
        key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    /** Whether the header is that of this body; takes as long for a wrong one as for the right one. */
    boolean signed(String header, String timestamp, Buffer body) {
        Mac mac = mac();
        mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
        mac.update(body.getBytes());
        return MessageDigest.isEqual(("v0=" + hex(mac.doFinal())).getBytes(UTF_8), header.getBytes(UTF_8));
    }

    String of(String text) {
        return hex(mac().doFinal(text.getBytes(UTF_8)));
    }

    /** Whether both are the same text, in the time that any two of that length take. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " (expected: in every JDK)", e);
        }
    }
}
