package madoguchi.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A token's payload, each claim read as the one type it may have. */
final class Claims {

    /** Between our own clock and itself after a step backwards, or another node's. */
    private static final Duration LEEWAY = Duration.ofSeconds(10);

    private static final Duration LONGEST_LIFE = Duration.ofDays(400);

    private final ObjectNode payload;

    Claims(ObjectNode payload) {
        this.payload = payload;
    }

    /** Refuses what is not from us, not for one of these audiences, or not for now. */
    void require(Set<String> audiences, Instant now) {
        if (!text("iss").equals(Tokens.ISSUER) || !audiences.contains(text("aud"))) {
            throw new UnauthenticatedException("token: of another kind", "one for " + String.join(" or ", audiences));
        }
        Instant issued = time("iat");
        Instant from = payload.has("nbf") ? time("nbf") : issued;
        if (issued.isAfter(now.plus(LEEWAY)) || from.isAfter(now.plus(LEEWAY))) {
            throw new UnauthenticatedException("token: not yet valid", "iat and nbf in the past");
        }
        Instant expires = expires();
        if (!expires.isAfter(now)) {
            throw new UnauthenticatedException("token: expired", "one that is valid now");
        }
        if (expires.isAfter(now.plus(LONGEST_LIFE))) {
            throw wrong("exp", "an end within " + LONGEST_LIFE.toDays() + " days");
        }
    }

    Instant expires() {
        return time("exp");
    }

    String text(String name) {
        JsonNode claim = payload.path(name);
        if (!claim.isTextual() || claim.textValue().isEmpty()) {
            throw wrong(name, "a text");
        }
        return claim.textValue();
    }

    List<String> texts(String name) {
        JsonNode claim = payload.path(name);
        List<String> texts = new ArrayList<>();
        claim.forEach(element -> {
            if (element.isTextual()) {
                texts.add(element.textValue());
            }
        });
        if (!claim.isArray() || texts.size() != claim.size()) {
            throw wrong(name, "a list of texts");
        }
        return texts;
    }

    Instant time(String name) {
        JsonNode claim = payload.path(name);
        if (!claim.isIntegralNumber() || !claim.canConvertToLong() || claim.longValue() < 0) {
            throw wrong(name, "whole seconds since 1970");
        }
        return Instant.ofEpochSecond(Math.min(claim.longValue(), Instant.MAX.getEpochSecond()));
    }

    private static UnauthenticatedException wrong(String name, String expected) {
        return new UnauthenticatedException("token: claim " + name, expected);
    }
}
