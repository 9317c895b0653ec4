package madoguchi.http;

import io.vertx.core.Handler;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.RequestBody;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of a request that breaks the contract which field it is, what that was and what was expected. One per operation. */
final class Validation implements Handler<RoutingContext> {

    private static final String JSON = "application/json";
    private static final Pattern JSON_TYPE = Pattern.compile("(?i)application/json\\s*(;.*)?");
    private static final Pattern PARAMETER = Pattern.compile("(?:path|query|header|cookie) parameter (\\S+)");
    private static final String CONTRACT = "what the contract says";

    private final Operation operation;

    Validation(Operation operation) {
        this.operation = operation;
    }

    /** Leaves every other failure to the next handler. */
    @Override
    public void handle(RoutingContext ctx) {
        Throwable cause = ctx.failure() instanceof HttpException e ? e.getCause() : ctx.failure();
        if (cause instanceof ValidatorException broken) {
            Failures.answer(
                    ctx, Problem.of(400, "invalid-request", "The request cannot be understood", detail(ctx, broken)));
        } else {
            ctx.next();
        }
    }

    private String detail(RoutingContext ctx, ValidatorException failure) {
        Matcher parameter = PARAMETER.matcher(String.valueOf(failure.getMessage()));
        if (parameter.find()) {
            return parameter(ctx, parameter.group(1));
        }
        return failure instanceof SchemaValidationException e && e.getOutputUnit() != null
                ? field(e.getOutputUnit(), body(ctx))
                : wholeBody(ctx);
    }

    private String parameter(RoutingContext ctx, String name) {
        String expected = operation.getParameters().stream()
                .filter(parameter -> parameter.getName().equals(name))
                .findAny()
                .map(parameter -> parameter.getSchema() instanceof JsonObject schema ? Expected.by(schema) : CONTRACT)
                .orElse(CONTRACT);
        String value = Stream.of(
                        ctx.pathParam(name),
                        ctx.request().getParam(name),
                        ctx.request().getHeader(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return Expected.detail(name, value == null ? "missing" : Expected.shown(value), expected);
    }

    private String field(OutputUnit output, @Nullable Object body) {
        JsonObject schema = schema();
        return units(output)
                .map(unit -> Finding.of(unit, schema))
                .filter(Finding::namesTheField)
                .max(Comparator.comparingInt(Finding::depth))
                .map(finding -> finding.detail(body))
                .orElseGet(() -> Expected.detail("body", "invalid", CONTRACT));
    }

    private static Stream<OutputUnit> units(OutputUnit unit) {
        List<OutputUnit> errors = unit.getErrors();
        return errors == null || errors.isEmpty()
                ? Stream.of(unit)
                : errors.stream().flatMap(Validation::units);
    }

    private JsonObject schema() {
        RequestBody request = operation.getRequestBody();
        MediaType json = request == null ? null : request.getContent().get(JSON);
        return json != null && json.getSchema() instanceof JsonObject schema ? schema : new JsonObject();
    }

    /** There is none, or it is not what it says, or says nothing. */
    private static String wholeBody(RoutingContext ctx) {
        String type = ctx.request().getHeader("Content-Type");
        if (ctx.body().length() <= 0) {
            return Expected.detail("body", "missing", "a JSON object");
        }
        if (type == null || !JSON_TYPE.matcher(type).matches()) {
            return Expected.detail("Content-Type", type == null ? "missing" : Expected.shown(type), JSON);
        }
        return Expected.detail("body", "no JSON", "a JSON object");
    }

    private static @Nullable Object body(RoutingContext ctx) {
        try {
            return Json.decodeValue(ctx.body().buffer());
        } catch (DecodeException e) {
            return null;
        }
    }
}
