package madoguchi.desk;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * What a desk is told by its settings and what never changes while it runs.
 *
 * @param languages in the order they are shown, 1 to 16
 * @param capacity the most tickets the line takes
 * @param backPlaces how many places down a caller goes who did not join in time
 * @param meanCall the configured mean handling time, the prior of the wait range
 * @param meanPatience how long a caller waits on average before giving up, the prior likewise
 * @param answeredWithin the service level: waits up to this count as answered in time
 * @param unnamed the outcome of a call for which nobody named one in time
 */
public record DeskRules(
        String desk,
        ZoneId zone,
        List<String> languages,
        List<String> topics,
        OpeningHours hours,
        int capacity,
        Calling calling,
        Duration joinWindow,
        int extensions,
        int backPlaces,
        Duration ring,
        Duration stepAway,
        Duration wrapUp,
        Duration outcomeWithin,
        Duration grace,
        Duration meanCall,
        Duration meanPatience,
        Duration answeredWithin,
        Staffing staffing,
        Outcome unnamed) {

    /** Whether the desk calls callers itself or waits for an operator's <em>next</em>. */
    public enum Calling {
        AUTOMATIC,
        MANUAL
    }

    /** Who says what the operators are doing: they themselves at the console, or the call provider. */
    public enum Staffing {
        CONSOLE,
        PROVIDER
    }

    /** As many as the line tells apart. */
    static final int MOST_LANGUAGES = 16;

    public DeskRules {
        if (languages.isEmpty() || languages.size() > MOST_LANGUAGES) {
            throw new IllegalArgumentException("languages: " + languages + " (expected: 1 to " + MOST_LANGUAGES + ")");
        }
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
    }

    /** The bit that stands for a language of the desk, 0 for any other. */
    int bit(String language) {
        int index = languages.indexOf(language);
        return index < 0 ? 0 : 1 << index;
    }

    int bits(Set<String> spoken) {
        return spoken.stream().mapToInt(this::bit).reduce(0, (one, other) -> one | other);
    }
}
