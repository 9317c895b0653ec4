package madoguchi.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.host.StreamKeys;

/**
 * Opens the public streams of the desks before the router sees them: after a restart they come by the thousand, and the
 * contract's validation, on a thread of its own, costs more than the stream (src/bench/README.md). Host, headers and origin are
 * seen to by the same classes as there; whatever is not plainly a stream to be opened is left to the router. Event loop only.
 */
final class DeskStreams {

    /** By path. */
    private final Map<String, Audience> audiences;

    private final Streams streams;
    private final HostCheck hostCheck;
    private final SecurityHeaders securityHeaders;
    private final Cors cors;

    private record Audience(String desk, Set<String> keys) {}

    DeskStreams(Desks desks, Streams streams, Services services) {
        this.audiences = desks.ids().stream()
                .collect(Collectors.toUnmodifiableMap(
                        desk -> "/api/v1/desks/" + desk + "/stream",
                        desk -> new Audience(desk, Set.of(StreamKeys.desk(desk)))));
        this.streams = streams;
        this.hostCheck = new HostCheck(services.hosts());
        this.securityHeaders = new SecurityHeaders(services.secure());
        this.cors = new Cors(desks.sites());
    }

    /** @return whether the request is answered */
    boolean open(HttpServerRequest request) {
        Audience audience = HttpMethod.GET.equals(request.method()) ? audiences.get(request.path()) : null;
        if (audience == null || streams.full() || !hostCheck.allows(request)) {
            return false;
        }
        securityHeaders.put(request.response());
        cors.allow(audience.desk(), request, request.response());
        streams.open(request, audience.keys());
        return true;
    }
}
