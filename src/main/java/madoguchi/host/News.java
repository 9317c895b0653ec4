package madoguchi.host;

import io.vertx.core.json.JsonObject;
import madoguchi.stream.Frame;

/**
 * One event for a personal stream, from a companion of the desk.
 *
 * @param event its name
 * @param id rises with the news; it tells a person at the browser's console which came last
 */
public record News(String event, int id, JsonObject picture) {

    Frame frame() {
        return Frame.of(event, Integer.toString(id), picture.encode());
    }
}
