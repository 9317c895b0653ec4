package madoguchi.call.direct;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The STUN and TURN servers of a call, with TURN credentials that expire: user name {@code <expiry>:<ticket>}, password
 * HMAC-SHA1 of it under the secret shared with the TURN server (the "TURN REST API" scheme that coturn and others know).
 */
public final class IceServers {

    private final List<String> stun;
    private final List<String> turn;
    private final String secret;
    private final Duration life;
    private final InstantSource clock;

    /** @param secret shared with the TURN server; not used while {@code turn} is empty */
    public IceServers(List<String> stun, List<String> turn, String secret, Duration life, InstantSource clock) {
        this.stun = List.copyOf(stun);
        this.turn = List.copyOf(turn);
        this.secret = secret;
        this.life = life;
        this.clock = clock;
    }

    /** As {@code RTCConfiguration.iceServers} has it. */
    public JsonArray forCall(String ticket) {
        JsonArray servers = new JsonArray();
        if (!stun.isEmpty()) {
            servers.add(new JsonObject().put("urls", new JsonArray(stun)));
        }
        if (!turn.isEmpty()) {
            String user = clock.instant().plus(life).getEpochSecond() + ":" + ticket;
            servers.add(new JsonObject()
                    .put("urls", new JsonArray(turn))
                    .put("username", user)
                    .put("credential", password(user)));
        }
        return servers;
    }

    private String password(String user) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA1 (expected: in every JDK)", e);
        }
    }
}
