package madoguchi.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which methods a path has (RFC 9110 §15.5.6): those of the contract; of a page there is only {@code GET}. */
final class NotAllowed implements Handler<RoutingContext> {

    private static final List<HttpMethod> METHODS =
            List.of(HttpMethod.DELETE, HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT);

    private final OpenAPIContract contract;

    NotAllowed(OpenAPIContract contract) {
        this.contract = contract;
    }

    @Override
    public void handle(RoutingContext ctx) {
        String path = ctx.request().path();
        Stream<HttpMethod> allowed = contract.findPath(path) == null
                ? Stream.of(HttpMethod.GET)
                : METHODS.stream().filter(method -> contract.findOperation(path, method) != null);
        String names = allowed.map(HttpMethod::name).collect(Collectors.joining(", "));
        ctx.response().putHeader("Allow", names);
        Failures.answer(
                ctx,
                Problem.of(
                        405,
                        "method-not-allowed",
                        "Not in this way",
                        "method: " + Expected.shown(ctx.request().method().name()) + " (expected: one of " + names
                                + ")"));
    }
}
