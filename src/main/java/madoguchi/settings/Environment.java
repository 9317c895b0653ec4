package madoguchi.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The part of the environment that is ours: {@code MADOGUCHI_} and a key's path in capitals, for single values outside desks. */
final class Environment {

    private static final String PREFIX = "MADOGUCHI_";

    private final Map<String, String> given = new TreeMap<>();

    /** An empty variable counts as not given, which is what containers make of an unset one. */
    Environment(Map<String, String> variables) {
        variables.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank()) {
                given.put(name, value);
            }
        });
    }

    static String name(String key) {
        return PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The given values by key; {@code defaults} tells which keys there are. */
    Map<String, String> valuesByKey(ObjectNode defaults) {
        Map<String, String> values = new LinkedHashMap<>();
        keysByName(defaults).forEach((name, key) -> {
            String value = given.get(name);
            if (value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    /** Reports the names that are no key's, without their values: a misspelt name may well hold a secret. */
    void reportUnknown(ObjectNode defaults, Problems problems) {
        Map<String, String> known = keysByName(defaults);
        given.keySet().stream()
                .filter(name -> !known.containsKey(name))
                .forEach(name -> problems.add(
                        name, "unknown name", PREFIX + "… and the path in capitals of a single value outside desks"));
    }

    static Map<String, String> keysByName(ObjectNode defaults) {
        Map<String, String> keys = new TreeMap<>();
        collect("", defaults, keys);
        return keys;
    }

    private static void collect(String path, JsonNode node, Map<String, String> keys) {
        node.properties().forEach(entry -> {
            String key = path + entry.getKey();
            if (entry.getValue().isObject() && !key.equals("desks")) {
                collect(key + ".", entry.getValue(), keys);
            } else if (entry.getValue().isValueNode()) {
                keys.put(name(key), key);
            }
        });
    }

    /** Puts a text where the key's path leads; what stands in the way is left for the reader to report. */
    static void overlay(ObjectNode tree, String key, String value) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            tree.put(key, value);
            return;
        }
        String first = key.substring(0, dot);
        JsonNode child = tree.path(first);
        if (child.isMissingNode() || child.isNull()) {
            child = tree.putObject(first);
        }
        if (child instanceof ObjectNode mapping) {
            overlay(mapping, key.substring(dot + 1), value);
        }
    }
}
