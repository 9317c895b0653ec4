package madoguchi.journal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.desk.ConsentId;
import madoguchi.desk.Event;
import madoguchi.desk.Notice;
import madoguchi.desk.OperatorId;
import madoguchi.desk.TicketId;
import madoguchi.desk.WaitRange;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** The desk's records with any components, made from their declarations, so that nothing new is forgotten. */
final class RandomRecords {

    private RandomRecords() {}

    static Arbitrary<Event> events() {
        return Arbitraries.oneOf(Stream.of(Event.class.getPermittedSubclasses())
                .<Arbitrary<? extends Event>>map(type -> record(type).map(Event.class::cast))
                .toList());
    }

    static Arbitrary<Object> record(Class<?> type) {
        List<Arbitrary<Object>> components = Stream.of(type.getRecordComponents())
                .map(RandomRecords::component)
                .toList();
        return Combinators.combine(components).as(values -> construct(type, values));
    }

    private static Object construct(Class<?> type, List<Object> values) {
        try {
            var constructor = type.getDeclaredConstructors()[0];
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Arbitrary<Object> component(RecordComponent component) {
        Arbitrary<Object> values = values(component.getGenericType());
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? values.injectNull(0.2) : values;
    }

    private static Arbitrary<Object> values(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arbitrary<Object> elements = values(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Set.class
                    ? elements.set().ofMaxSize(3).map(Object.class::cast)
                    : elements.list().ofMaxSize(5).map(Object.class::cast);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Instant.class) {
            return Arbitraries.longs()
                    .between(0, 4_000_000_000_000_000_000L)
                    .map(nanos -> Instant.ofEpochSecond(0, nanos))
                    .map(Object.class::cast);
        } else if (plain == String.class) {
            return Arbitraries.strings().ofMaxLength(20).map(Object.class::cast);
        } else if (plain == int.class) {
            return Arbitraries.integers().map(Object.class::cast);
        } else if (plain == long.class || plain == Long.class) {
            return Arbitraries.longs().map(Object.class::cast);
        } else if (plain == double.class || plain == Double.class) {
            return Arbitraries.doubles().map(Object.class::cast);
        } else if (plain == boolean.class || plain == Boolean.class) {
            return Arbitraries.of(true, false).map(Object.class::cast);
        } else if (plain.isEnum()) {
            return Arbitraries.of(plain.getEnumConstants()).map(Object.class::cast);
        } else if (plain == WaitRange.class) {
            return waitRanges().map(Object.class::cast);
        } else if (plain == Notice.class) {
            return Arbitraries.maps(Arbitraries.of("ja", "en"), Arbitraries.strings())
                    .map(Notice::new)
                    .map(Object.class::cast);
        }
        return isId(plain) ? ids().map(id -> construct(plain, List.of(id))) : record(plain);
    }

    private static boolean isId(Class<?> type) {
        return type == TicketId.class || type == OperatorId.class || type == ConsentId.class;
    }

    private static Arbitrary<WaitRange> waitRanges() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5_000),
                        Arbitraries.integers().between(5_000, 10_000),
                        Arbitraries.of(WaitRange.Basis.class))
                .as(WaitRange::new);
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withChars("0123456789abcdefghjkmnpqrstvwxyz")
                .ofLength(26);
    }
}
