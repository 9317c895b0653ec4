package madoguchi.host;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import madoguchi.journal.PrivateTable;
import org.jspecify.annotations.Nullable;

/**
 * The private texts that operators may read (names, what a caller typed), read once and forgotten soon: what is deleted in
 * the table is gone from here within minutes.
 *
 * <p>Owned by the desk's event loop.
 */
final class PrivateTexts {

    private static final int KEPT = 1_000;

    private final PrivateTable table;
    private final Runnable arrived;
    private final Cache<String, String> texts;

    /** @param arrived called when a text that was asked for has been read */
    PrivateTexts(PrivateTable table, Runnable arrived) {
        this.table = table;
        this.arrived = arrived;
        this.texts = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterWrite(java.time.Duration.ofMinutes(5))
                .build();
    }

    /** The text, or null until it is read (then {@code arrived} is called) and where there is none. */
    @Nullable
    String of(String subject) {
        String known = texts.getIfPresent(subject);
        if (known == null) {
            texts.put(subject, "");
            table.get(List.of(subject))
                    .onFailure(cause -> forget(subject)) // to be read when it is asked for again
                    .onSuccess(found -> {
                        if (found.containsKey(subject)) {
                            texts.put(subject, found.get(subject));
                            arrived.run();
                        }
                    });
        }
        return known == null || known.isEmpty() ? null : known;
    }

    /** The text was changed. */
    void forget(String subject) {
        texts.invalidate(subject);
    }
}
