package madoguchi.call.zoom;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that was so at a time. Of two, the later counts, and at the same time the greater: whatever order they are told in,
 * and however often, the same one is left.
 */
record News<T extends Comparable<T>>(T what, Instant at) {

    static <T extends Comparable<T>> News<T> later(@Nullable News<T> one, News<T> other) {
        Comparator<News<T>> order =
                Comparator.<News<T>, Instant>comparing(News::at).thenComparing(News::what);
        return one != null && order.compare(one, other) > 0 ? one : other;
    }
}
