package madoguchi.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import madoguchi.desk.Event;

/** Events as the journal keeps them: the record's name and its components as JSON. Stateless. */
final class EventCodec {

    /** Of the bodies. A component that is added (nullable) changes no form. */
    static final int FORM = 1;

    private static final Map<String, Class<?>> TYPES = Arrays.stream(Event.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));

    private final ObjectMapper json = Json.mapper();

    String type(Event event) {
        return event.getClass().getSimpleName();
    }

    String body(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException for what this version has not written and cannot read */
    Event event(String type, int form, String body) {
        Class<?> known = TYPES.get(type);
        if (known == null || form != FORM) {
            throw new IllegalStateException("event: " + type + " of form " + form + " (expected: one of "
                    + TYPES.keySet() + " of form " + FORM + ")");
        }
        try {
            return (Event) json.readValue(body, known);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event: " + type + " " + body + " (expected: its components)", e);
        }
    }
}
