package madoguchi.http;

import io.vertx.openapi.contract.OpenAPIContract;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import madoguchi.access.CallCodes;
import madoguchi.access.ClientAddress;
import madoguchi.access.Hosts;
import madoguchi.access.JoinLimit;
import madoguchi.access.KeyedHash;
import madoguchi.access.SameOrigin;
import madoguchi.access.SessionCookie;
import madoguchi.access.Sessions;
import madoguchi.access.Tokens;
import madoguchi.call.zoom.ZoomVerticle;
import madoguchi.journal.PrivateTable;
import org.jspecify.annotations.Nullable;

/**
 * What the handlers are made of; the same for every event loop, so each part is immutable or safe to share.
 *
 * @param publicUrl where people reach us, without a slash at the end
 * @param zoom the account at Zoom, where a desk has its calls there
 * @param callOrigin where the call page lives if it has an origin of its own
 * @param bodyLimit bytes
 * @param callerTextsKept how long what a caller typed is kept
 */
public record Services(
        OpenAPIContract contract,
        WebRoot webRoot,
        URI publicUrl,
        Hosts hosts,
        SameOrigin sameOrigin,
        SessionCookie cookie,
        Sessions sessions,
        CallCodes callCodes,
        @Nullable URI callOrigin,
        Tokens tokens,
        KeyedHash hash,
        JoinLimit joinLimit,
        ClientAddress clientAddress,
        PrivateTable privateTable,
        Optional<ZoomVerticle> zoom,
        int bodyLimit,
        Duration callerTextsKept,
        RandomGenerator random,
        InstantSource clock) {

    boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }
}
