package madoguchi.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a schema of the contract, and what came instead, into words for a problem's {@code detail}. */
final class Expected {

    private static final int SHOWN = 60;
    private static final Map<String, String> TYPES = Map.of(
            "string", "a string",
            "integer", "an integer",
            "number", "a number",
            "boolean", "true or false",
            "object", "an object",
            "array", "a list",
            "null", "null");

    private Expected() {}

    static String detail(String name, String value, String expected) {
        return name + ": " + value + " (expected: " + expected + ")";
    }

    /** @param keyword what was broken: where the type is wrong, its bounds are no news */
    static String by(JsonObject schema, String keyword) {
        return keyword.equals("type") && !schema.containsKey("enum") ? type(schema) : by(schema);
    }

    static String by(JsonObject schema) {
        if (schema.getValue("enum") instanceof JsonArray values) {
            return oneOf(values.stream());
        }
        if (schema.containsKey("pattern")) {
            return "text of the form " + schema.getString("pattern");
        }
        return Stream.of(
                        range(schema, "Length", " characters"),
                        range(schema, "Items", schema.containsKey("uniqueItems") ? " entries, none twice" : " entries"),
                        range(schema, "Properties", " entries"),
                        range(schema, "imum", ""))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseGet(() -> type(schema));
    }

    private static String range(JsonObject schema, String of, String unit) {
        Object least = schema.getValue("min" + of);
        Object most = schema.getValue("max" + of);
        if (least == null && most == null) {
            return "";
        }
        return most == null ? least + unit + " or more" : (least == null ? 0 : least) + " to " + most + unit;
    }

    private static String type(JsonObject schema) {
        Object type = schema.getValue("type");
        return type instanceof JsonArray types
                ? types.stream().map(one -> TYPES.getOrDefault(one, "a value")).collect(Collectors.joining(" or "))
                : TYPES.getOrDefault(String.valueOf(type), "what the contract says");
    }

    static String oneOf(Stream<?> values) {
        return "one of " + values.map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** One short line, whatever was sent. */
    static String shown(@Nullable Object value) {
        if (value instanceof JsonObject) {
            return "an object";
        }
        if (value instanceof JsonArray) {
            return "a list";
        }
        String line = String.valueOf(value).replaceAll("\\p{Cntrl}", "·");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
