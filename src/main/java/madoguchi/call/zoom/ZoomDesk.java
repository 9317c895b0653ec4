package madoguchi.call.zoom;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import madoguchi.desk.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a desk is at Zoom.
 *
 * @param entries entry ids of the video flow by language
 * @param queues queue ids by language
 * @param page what the call page needs beside the entry id
 * @param variable full name of the variable that Zoom makes of the website data
 * @param callerMaySayAnswered whether the caller's page is believed when it says that an agent has come
 * @param outcomes by the names of Zoom's dispositions
 */
public record ZoomDesk(
        String desk,
        Map<String, String> entries,
        Map<String, String> queues,
        Page page,
        String variable,
        boolean callerMaySayAnswered,
        Map<String, Outcome> outcomes) {

    /**
     * @param environment {@code us01} or {@code eu01}
     * @param sdk the script to load instead of the environment's own; null for that
     * @param key Item Key of the website data
     * @param path its Object Path
     * @param loadWithin time for the script to load
     * @param rejoin how long a dropped caller keeps the call
     */
    public record Page(
            String environment, @Nullable URI sdk, String key, String path, Duration loadWithin, Duration rejoin) {

        String script() {
            return sdk != null
                    ? sdk.toString()
                    : "https://" + environment + "ccistatic.zoom.us/" + environment + "cci/web-sdk/video-client.js";
        }
    }

    /** The languages of each queue. */
    Map<String, Set<String>> languages() {
        Map<String, Set<String>> byQueue = new HashMap<>();
        queues.forEach((language, queue) ->
                byQueue.computeIfAbsent(queue, q -> new HashSet<>()).add(language));
        return byQueue;
    }
}
