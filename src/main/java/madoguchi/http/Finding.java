package madoguchi.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import io.vertx.json.schema.OutputUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One error of the schema validator.
 *
 * @param schema the part of the contract that was broken
 * @param keyword what of it
 * @param field where in the body; empty for all of it, otherwise as a JSON pointer
 */
record Finding(JsonObject schema, String keyword, String field) {

    /** They only say that something below is wrong. */
    private static final Set<String> ABOVE = Set.of("properties", "items", "$ref", "allOf", "oneOf", "anyOf");

    /** @param root the body's schema */
    static Finding of(OutputUnit unit, JsonObject root) {
        String keywordAt = path(unit.getKeywordLocation());
        int end = Math.max(0, keywordAt.lastIndexOf('/'));
        boolean known = JsonPointer.from(keywordAt.substring(0, end)).queryJson(root) instanceof JsonObject;
        JsonObject schema = known
                ? (JsonObject) JsonPointer.from(keywordAt.substring(0, end)).queryJson(root)
                : root;
        return new Finding(
                schema, keywordAt.substring(Math.min(end + 1, keywordAt.length())), path(unit.getInstanceLocation()));
    }

    private static String path(@Nullable String location) {
        return location == null ? "" : location.replaceFirst("^[^#]*#/?", "/").replaceFirst("^/$", "");
    }

    /** The validator calls what failed elsewhere an additional property as well. */
    boolean namesTheField() {
        return keyword.equals("additionalProperties") ? isUnknown() : !ABOVE.contains(keyword);
    }

    private boolean isUnknown() {
        return Boolean.FALSE.equals(schema.getValue("additionalProperties"))
                && !properties().containsKey(lastOf(field));
    }

    private static String lastOf(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** The deepest says most. */
    int depth() {
        return field.split("/", -1).length;
    }

    String detail(@Nullable Object body) {
        Object value = JsonPointer.from(field).queryJson(body);
        if (keyword.equals("required") && value instanceof JsonObject object) {
            return missing(object);
        }
        return keyword.equals("additionalProperties")
                ? Expected.detail(
                        name(field),
                        "not known",
                        Expected.oneOf(properties().fieldNames().stream().sorted()))
                : Expected.detail(name(field), Expected.shown(value), Expected.by(schema, keyword));
    }

    private String missing(JsonObject object) {
        String property = schema.getJsonArray("required", new JsonArray()).stream()
                .map(String.class::cast)
                .filter(name -> !object.containsKey(name))
                .findFirst()
                .orElse("body");
        return Expected.detail(
                name(field + "/" + property),
                "missing",
                Expected.by(properties().getJsonObject(property, new JsonObject())));
    }

    private JsonObject properties() {
        return schema.getJsonObject("properties", new JsonObject());
    }

    private static String name(String pointer) {
        return pointer.isEmpty() ? "body" : Expected.shown(pointer.substring(1).replace('/', '.'));
    }
}
