package madoguchi.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import madoguchi.desk.ConsentId;
import madoguchi.desk.OperatorId;
import madoguchi.desk.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * The desk's records as JSON, which the desk itself knows nothing of: ids are plain texts, times ISO 8601, a null component is
 * left out. Reading is strict: unknown fields are refused, and so is the absence of one that may not be null.
 */
final class Json {

    private Json() {}

    static ObjectMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        // A map with a million ids as its keys must not fill the tables of known names.
                        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                        .build())
                .addModule(new JavaTimeModule())
                .annotationIntrospector(new NullnessReader())
                .addMixIn(TicketId.class, PlainText.class)
                .addMixIn(OperatorId.class, PlainText.class)
                .addMixIn(ConsentId.class, PlainText.class)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.WRAP_EXCEPTIONS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /** A record of one text is that text. */
    private abstract static class PlainText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        PlainText(String unused) {}

        @JsonValue
        abstract String value();
    }

    /** Takes every component of a record for required that is not said to be nullable. */
    private static final class NullnessReader extends JacksonAnnotationIntrospector {
        @Override
        public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
            return member instanceof AnnotatedParameter parameter
                    ? (Boolean) !type(parameter).isAnnotationPresent(Nullable.class)
                    : super.hasRequiredMarker(member);
        }

        private static AnnotatedType type(AnnotatedParameter parameter) {
            Annotated owner = parameter.getOwner();
            return ((Executable) owner.getAnnotated()).getAnnotatedParameterTypes()[parameter.getIndex()];
        }
    }
}
