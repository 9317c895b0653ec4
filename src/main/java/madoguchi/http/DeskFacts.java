package madoguchi.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What does not change about a desk while it runs, as the contract's {@code DeskFacts}.
 *
 * @param name by language, like all texts here
 * @param topics by topic id
 * @param mailForm URLs with {@code {reference}}; empty where the desk has none
 * @param sites exact origins
 * @param provider what carries the calls
 * @param callPage a path, or a URL where the call page has an origin of its own
 */
public record DeskFacts(
        Map<String, String> name,
        List<String> languages,
        Map<String, Map<String, String>> topics,
        List<Map<String, String>> notes,
        Map<String, String> mailForm,
        List<String> sites,
        String provider,
        String callPage,
        Duration joinWarning,
        Duration stepAway) {

    JsonObject json() {
        JsonArray topicList = new JsonArray();
        topics.forEach(
                (id, topicName) -> topicList.add(new JsonObject().put("id", id).put("name", texts(topicName))));
        return new JsonObject()
                .put("name", texts(name))
                .put("languages", new JsonArray(languages))
                .put("topics", topicList)
                .put("notes", new JsonArray(notes.stream().map(DeskFacts::texts).toList()))
                .put("mailForm", texts(mailForm))
                .put("sites", new JsonArray(sites))
                .put("provider", provider)
                .put("callPage", callPage)
                .put("joinWarning", joinWarning.toSeconds())
                .put("stepAway", stepAway.toSeconds());
    }

    private static JsonObject texts(Map<String, String> byLanguage) {
        JsonObject json = new JsonObject();
        byLanguage.forEach(json::put);
        return json;
    }
}
