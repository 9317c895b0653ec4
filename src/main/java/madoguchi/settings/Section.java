package madoguchi.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of the given settings, beside the same mapping of the defaults. A key that is missing or wrong takes its default,
 * so that the reading goes on and finds every mistake.
 */
final class Section {

    private final String path;
    private final ObjectNode given;
    private final JsonNode defaults;
    private final Problems problems;

    /** @param defaults the keys there are; any other that is given is reported, without its value, which may be a secret */
    Section(String path, JsonNode given, JsonNode defaults, Problems problems) {
        this.path = path;
        this.given = mapping(path, given, problems);
        this.defaults = defaults;
        this.problems = problems;
        this.given
                .fieldNames()
                .forEachRemaining(key -> problems.require(
                        defaults.has(key), key(key), "unknown key", String.join(", ", names(defaults))));
    }

    Problems problems() {
        return problems;
    }

    String key(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Section section(String name) {
        return new Section(key(name), given.path(name), defaults.path(name), problems);
    }

    /** What is given, missing where it is left empty. */
    JsonNode given(String name) {
        JsonNode node = given.path(name);
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    /** What is given, else the default. */
    JsonNode present(String name) {
        return given(name).isMissingNode() ? defaults.path(name) : given(name);
    }

    <T> T value(String name, Form<T> form) {
        Optional<T> value = text(given(name), key(name), form);
        return value.orElseGet(
                () -> form.parse(defaults.path(name).asText()).orElseThrow(() -> new IllegalStateException(key(name))));
    }

    /** A value that may be left empty. */
    <T> @Nullable T optional(String name, Form<T> form) {
        return text(given(name), key(name), form).orElse(null);
    }

    /** A value that has no default and must be given; null where it is missing or wrong. */
    <T> @Nullable T required(String name, Form<T> form) {
        problems.require(!given(name).isMissingNode(), key(name), "", form.expected());
        return optional(name, form);
    }

    <T> List<T> list(String name, Form<T> form) {
        return list(present(name), key(name), form);
    }

    <T> List<T> list(JsonNode node, String key, Form<T> form) {
        List<T> values = new ArrayList<>();
        if (!node.isArray()) {
            problems.require(node.isMissingNode() || node.isNull(), key, node, "a list: [" + form.expected() + ", …]");
            return values;
        }
        for (int i = 0; i < node.size(); i++) {
            text(node.get(i), key + "[" + i + "]", form).ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    /** Reads a single value, reporting a wrong one. Empty where it is missing or wrong. */
    <T> Optional<T> text(JsonNode node, String key, Form<T> form) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Optional<T> value = node.isValueNode() && !node.isNull() ? form.parse(node.asText()) : Optional.empty();
        if (value.isEmpty()) {
            problems.add(key, form.secret() ? "[REDACTED]" : shown(node), form.expected());
        }
        return value;
    }

    /** The entries of a mapping whose keys are free, in order. */
    Map<String, JsonNode> entries(JsonNode node, String key) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        mapping(key, node, problems).properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    private static ObjectNode mapping(String key, JsonNode node, Problems problems) {
        if (node instanceof ObjectNode mapping) {
            return mapping;
        }
        problems.require(node.isMissingNode() || node.isNull(), key, "no mapping", "keys and their values");
        return JsonNodeFactory.instance.objectNode();
    }

    private static String shown(JsonNode node) {
        return node.isTextual() ? node.asText() : node.toString();
    }

    private static List<String> names(JsonNode mapping) {
        return mapping.properties().stream().map(Map.Entry::getKey).toList();
    }
}
