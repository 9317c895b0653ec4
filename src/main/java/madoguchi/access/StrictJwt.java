package madoguchi.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;

/**
 * Takes a token apart before anybody trusts it. The library behind is lax where it may not be: it takes extra dots and stray
 * bits in base64, unknown {@code crit}, doubled keys and claims of any type, and parses what is not signed at any depth.
 */
final class StrictJwt {

    /** In characters. */
    static final int LONGEST = 4096;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJwt() {}

    /**
     * The payload of a token of exactly our form, its signature not yet checked.
     *
     * @param keyIds of the keys that may have signed it
     */
    static Claims claims(String token, Set<String> keyIds) {
        if (token.length() > LONGEST) {
            throw malformed("at most " + LONGEST + " characters");
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw malformed("three parts");
        }
        requireOurs(object(decoded(parts[0])), keyIds);
        ObjectNode payload = object(decoded(parts[1]));
        if (decoded(parts[2]).length != Keys.BYTES) {
            throw malformed("an HS256 signature");
        }
        return new Claims(payload);
    }

    /** Exactly what we write, so nothing that would have to be understood ({@code crit}, {@code jku}, {@code zip} …). */
    private static void requireOurs(ObjectNode header, Set<String> keyIds) {
        boolean ours = header.size() == 3
                && isText(header.path("alg"), "HS256")
                && isText(header.path("typ"), "JWT")
                && header.path("kid").isTextual()
                && keyIds.contains(header.path("kid").textValue());
        if (!ours) {
            throw malformed("alg HS256, typ JWT, kid of a key in use and nothing else");
        }
    }

    private static boolean isText(JsonNode node, String text) {
        return node.isTextual() && node.textValue().equals(text);
    }

    /** Canonical, so that no two texts are the same token: no padding, no stray bits, no other alphabet. */
    private static byte[] decoded(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (bytes.length > 0
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw malformed("canonical base64url");
        }
        throw malformed("canonical base64url");
    }

    private static ObjectNode object(byte[] json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw malformed("a small JSON object with each key once");
        } catch (IOException e) {
            throw malformed("JSON in UTF-8");
        }
        throw malformed("a JSON object");
    }

    private static UnauthenticatedException malformed(String expected) {
        return new UnauthenticatedException("token: malformed", expected);
    }
}
