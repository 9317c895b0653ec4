package madoguchi.http;

import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Says of a request that breaks the contract which field it is and what was expected. */
final class Validation {

    private Validation() {}

    static Problem problem(ValidatorException failure) {
        return Problem.of(400, "invalid-request", "The request cannot be understood", detail(failure));
    }

    private static String detail(ValidatorException failure) {
        if (failure instanceof SchemaValidationException e && e.getOutputUnit() != null) {
            return units(e.getOutputUnit())
                    .filter(unit -> unit.getError() != null)
                    .max(Comparator.comparingInt(Validation::depth))
                    .map(unit -> name(unit) + ": invalid (expected: " + clean(unit.getError()) + ")")
                    .orElseGet(() -> "request: invalid (expected: " + clean(String.valueOf(e.getMessage())) + ")");
        }
        return "request: invalid (expected: " + clean(String.valueOf(failure.getMessage())) + ")";
    }

    private static Stream<OutputUnit> units(OutputUnit unit) {
        List<OutputUnit> errors = unit.getErrors();
        return errors == null || errors.isEmpty()
                ? Stream.of(unit)
                : errors.stream().flatMap(Validation::units);
    }

    /** The deepest error is the one that names the field; those above only say that something below is wrong. */
    private static int depth(OutputUnit unit) {
        return unit.getInstanceLocation() == null
                ? 0
                : unit.getInstanceLocation().split("/", -1).length;
    }

    private static String name(OutputUnit unit) {
        String location = unit.getInstanceLocation() == null ? "" : unit.getInstanceLocation();
        String name = location.replaceFirst("^#?/?", "").replace('/', '.');
        return name.isEmpty() ? "body" : name;
    }

    /** One line, without our schema's inner addresses. */
    private static String clean(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("https?://\\S+", "the contract")
                .trim();
    }
}
