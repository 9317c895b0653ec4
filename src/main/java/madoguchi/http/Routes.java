package madoguchi.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The route list: what the contract calls an operation, and the method that answers it. */
final class Routes {

    /** Read byte for byte: what it holds is known only once its signature is right. */
    private static final String EVENTS = "receiveZoomEvent";

    private final Map<String, Handler<RoutingContext>> operations = new HashMap<>();
    private final Desks desks;
    private final Services services;

    Routes(Desks desks, Streams streams, Services services) {
        this.desks = desks;
        this.services = services;
        forAnybody(streams);
        forCallers(streams);
        forCalls();
        forOperators(streams);
        forSupervisors();
        forZoom();
    }

    private void forAnybody(Streams streams) {
        DeskHandlers desk = new DeskHandlers(desks, streams);
        operations.put("getDesk", desk::get);
        operations.put("streamDesk", desk::stream);
        operations.put("join", new JoinHandler(desks, services));
    }

    private void forCallers(Streams streams) {
        TicketHandlers ticket = new TicketHandlers(desks, streams, services.clock());
        operations.put("getTicket", ticket::get);
        operations.put("leave", ticket::leave);
        operations.put("streamTicket", ticket::stream);
        operations.put("checkMicrophone", ticket::microphone);
        operations.put("setPresence", ticket::presence);
        operations.put("extend", ticket::extend);
        operations.put("answerConsent", ticket::answerConsent);
        operations.put("giveFeedback", ticket::feedback);
    }

    private void forCalls() {
        CallHandlers call = new CallHandlers(desks);
        CallCodeHandlers code = new CallCodeHandlers(services);
        operations.put("makeCallCode", code::make);
        operations.put("redeemCallCode", code::redeem);
        operations.put("handOff", call::handOff);
        operations.put("reportCall", call::report);
        operations.put("signalFromCaller", call::signalFromCaller);
        operations.put("answer", call::answer);
        operations.put("signalFromOperator", call::signalFromOperator);
    }

    private void forOperators(Streams streams) {
        OperatorHandlers operator = new OperatorHandlers(desks, streams, services);
        operations.put("streamOperator", operator::stream);
        operations.put("setStatus", operator::status);
        operations.put("callNext", operator::next);
        operations.put("endCall", operator::end);
        operations.put("putBack", operator::putBack);
        operations.put("askConsent", operator::askConsent);

        SessionHandlers session = new SessionHandlers(desks, services);
        operations.put("signIn", session::signIn);
        operations.put("signOut", session::signOut);
        operations.put("getOperator", session::get);
        operations.put("invite", session::invite);
    }

    private void forSupervisors() {
        SupervisorHandlers supervisor = new SupervisorHandlers(desks);
        operations.put("setIntake", supervisor::intake);
        operations.put("setNotice", supervisor::notice);
    }

    private void forZoom() {
        ZoomHandlers zoom = new ZoomHandlers(services.zoom());
        operations.put(EVENTS, zoom::event);
        operations.put("linkEngagement", zoom::link);
    }

    Router router(Vertx vertx) {
        RouterBuilder builder = RouterBuilder.create(vertx, services.contract(), RequestExtractor.withBodyHandler());
        builder.rootHandler(new HostCheck(services.hosts()))
                .rootHandler(new CallHost(services.callOrigin(), services.publicUrl()))
                .rootHandler(new SecurityHeaders(services.secure()))
                .rootHandler(new Cors(desks.sites()))
                .rootHandler(new Bodies(services.bodyLimit()));
        requireSame(builder.getRoutes());
        builder.getRoutes().forEach(this::mount);
        Router router = builder.createRouter();
        router.route()
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(new Pages(services.webRoot(), desks.sites(), desks.callPages()));
        router.route().failureHandler(new Failures());
        router.errorHandler(404, new Failures());
        router.errorHandler(405, new NotAllowed(services.contract()));
        return router;
    }

    /** No operation of the contract is without a handler, and no handler without an operation. */
    private void requireSame(List<OpenAPIRoute> routes) {
        Set<String> promised = routes.stream()
                .map(route -> route.getOperation().getOperationId())
                .collect(Collectors.toSet());
        if (!promised.equals(operations.keySet())) {
            throw new IllegalStateException("operations: " + operations.keySet() + " (expected: " + promised + ")");
        }
    }

    /** The contract says who may call an operation; the guard comes before its handler. */
    private void mount(OpenAPIRoute route) {
        Handler<RoutingContext> handler =
                Objects.requireNonNull(operations.get(route.getOperation().getOperationId()));
        Guards guards = new Guards(services);
        route.setDoSecurity(false);
        route.setDoValidation(!route.getOperation().getOperationId().equals(EVENTS));
        route.getOperation().getSecurityRequirements().stream()
                .flatMap(requirement -> requirement.getNames().stream())
                .forEach(name -> route.addHandler(guards.of(name)));
        route.addHandler(handler)
                .addFailureHandler(new Validation(route.getOperation()))
                .addFailureHandler(new Failures());
    }
}
