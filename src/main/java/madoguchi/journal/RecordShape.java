package madoguchi.journal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/** What a record is made of, down to the JDK's types: names, types and order of all components, and the enums' constants. */
final class RecordShape {

    private final Set<Class<?>> seen = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    private RecordShape() {}

    /** A number that changes with the shape, so that nobody has to remember to change it. */
    static long number(Class<? extends Record> type) {
        RecordShape shape = new RecordShape();
        shape.describe(type);
        CRC32 sum = new CRC32();
        sum.update(shape.text.toString().getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private void describe(Type type) {
        text.append(type.getTypeName());
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::describe);
        } else if (type instanceof Class<?> plain && seen.add(plain)) {
            describeInside(plain);
        }
    }

    private void describeInside(Class<?> type) {
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                text.append(' ').append(component.getName()).append(' ');
                describe(component.getGenericType());
            }
        } else if (type.isEnum()) {
            text.append(Arrays.toString(type.getEnumConstants()));
        }
    }
}
