package madoguchi.journal;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.desk.DeskSnapshot;
import madoguchi.desk.TicketId;
import org.jspecify.annotations.Nullable;

/** Snapshots to save and read back, whatever a snapshot is made of. */
final class TestSnapshots {

    private static final Map<Class<?>, Object> NOTHING = Map.of(
            List.class,
            List.of(),
            Set.class,
            Set.of(),
            Map.class,
            Map.of(),
            String.class,
            "",
            Instant.class,
            Instant.EPOCH,
            int.class,
            0,
            long.class,
            0L,
            double.class,
            0.0,
            boolean.class,
            false);

    private TestSnapshots() {}

    /** Of a desk with nothing in it. */
    static DeskSnapshot empty(String desk, long version) {
        return (DeskSnapshot) fill(DeskSnapshot.class, Map.of("desk", desk, "version", version));
    }

    /** Of a desk with so many in its line, each of another name, so that they do not compress well. */
    static DeskSnapshot waiting(String desk, long version, int tickets) {
        Random random = new Random(version);
        List<Object> line = IntStream.range(0, tickets)
                .mapToObj(i ->
                        fill(DeskSnapshot.Place.class, Map.of("ticket", TicketId.random(random), "language", "ja")))
                .toList();
        return (DeskSnapshot) fill(DeskSnapshot.class, Map.of("desk", desk, "version", version, "line", line));
    }

    private static Object fill(Class<?> type, Map<String, Object> known) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Stream.of(components)
                    .map(component -> known.containsKey(component.getName())
                            ? known.get(component.getName())
                            : nothing(component))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object nothing(RecordComponent component) {
        Class<?> type = component.getType();
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isRecord()) {
            return fill(type, Map.of());
        }
        return NOTHING.get(type);
    }
}
