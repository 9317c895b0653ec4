package madoguchi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import madoguchi.desk.ConsentId;
import madoguchi.desk.OperatorId;
import madoguchi.desk.Refusal;
import madoguchi.desk.TicketId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

    private static final String ID = "0123456789abcdefghjkmnpqrs";
    private static final Map<Class<?>, Object> SAMPLES = Map.of(
            String.class,
            "word",
            int.class,
            200,
            Instant.class,
            Instant.parse("2026-11-24T00:00:00Z"),
            TicketId.class,
            new TicketId(ID),
            OperatorId.class,
            new OperatorId(ID),
            ConsentId.class,
            new ConsentId(ID));

    @ParameterizedTest
    @MethodSource
    void refusal_ofAnyKind_hasItsProblem(Class<?> kind) throws ReflectiveOperationException {
        Problem problem = Refusals.problem(sample(kind));

        assertThat(problem.status()).isBetween(400, 499);
        assertThat(problem.slug()).matches("[a-z-]+");
        assertThat(problem.detail()).matches(".+: .+ \\(expected: .+\\)");
    }

    static Stream<Class<?>> refusal_ofAnyKind_hasItsProblem() {
        return Arrays.stream(Refusal.class.getPermittedSubclasses());
    }

    private static Refusal sample(Class<?> kind) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(kind.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = kind.getDeclaredConstructor(types);
        return (Refusal)
                constructor.newInstance(Arrays.stream(types).map(SAMPLES::get).toArray());
    }
}
