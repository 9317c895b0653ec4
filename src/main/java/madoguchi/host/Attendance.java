package madoguchi.host;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which hubs hold streams of which personal key, and how many. Owned by the desk's event loop.
 */
final class Attendance {

    private final Map<String, Map<Integer, Integer>> hubs = new HashMap<>();

    void enter(String key, int hub) {
        hubs.computeIfAbsent(key, k -> new HashMap<>(2)).merge(hub, 1, Integer::sum);
    }

    /** @return whether that was the key's last stream */
    boolean leave(String key, int hub) {
        Map<Integer, Integer> present = hubs.get(key);
        if (present == null) {
            return false;
        }
        present.computeIfPresent(hub, (h, count) -> count == 1 ? null : count - 1);
        if (present.isEmpty()) {
            hubs.remove(key);
            return true;
        }
        return false;
    }

    boolean present(String key) {
        return hubs.containsKey(key);
    }

    Set<Integer> hubsOf(String key) {
        return hubs.getOrDefault(key, Map.of()).keySet();
    }
}
