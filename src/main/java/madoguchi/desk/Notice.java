package madoguchi.desk;

import java.util.Map;

/**
 * A short message of the supervisor that every caller reads.
 *
 * @param text by language; never empty
 */
public record Notice(Map<String, String> text) {

    public Notice {
        text = Map.copyOf(text);
    }
}
