package madoguchi.host;

import java.util.List;
import madoguchi.desk.Event;

/** Soft state that lives and dies beside a desk, on the desk's event loop: told of what has become durable. */
public interface Companion {

    void after(Event event);

    /** What a stream that opens now must be shown, by its key ({@link StreamKeys}). */
    List<News> present(String key);
}
