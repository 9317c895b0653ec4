package madoguchi.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A YAML file as a tree. */
final class SettingsFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SettingsFile() {}

    static ObjectNode shipped() {
        try (InputStream file = SettingsFile.class.getResourceAsStream("madoguchi.yaml")) {
            return tree(new String(Objects.requireNonNull(file).readAllBytes(), UTF_8), "madoguchi.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode read(Path file) {
        try {
            return tree(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new SettingsException(List.of("settings file: " + file + " (expected: a readable file in UTF-8)"));
        }
    }

    /** The parser's own message quotes the file, which may hold secrets, so only the place is told. */
    static ObjectNode tree(String yaml, String name) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            if (tree.isMissingNode() || tree.isNull()) {
                return YAML.createObjectNode();
            }
            if (tree instanceof ObjectNode mapping) {
                return mapping;
            }
            throw new SettingsException(List.of(name + ": no mapping (expected: keys and their values)"));
        } catch (JsonProcessingException e) {
            throw new SettingsException(List.of(name + ": " + place(e.getLocation())
                    + " (expected: YAML with each key once; see the line named or the one before)"));
        }
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "unreadable" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
