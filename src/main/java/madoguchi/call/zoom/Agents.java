package madoguchi.call.zoom;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import madoguchi.call.zoom.Agent.Status;
import madoguchi.desk.Sighting;

/**
 * What is known of the agents of one desk's queues, out of webhooks and of the lists that are read on a timer. The last news by
 * time count, whatever order they arrive in. Owned by one event loop.
 */
final class Agents {

    /** A list may be this old when it is read. */
    private static final Duration STALE = Duration.ofSeconds(5);

    private final Map<String, Set<String>> languages;
    private final Duration settle;
    private final Map<String, News<Status>> told = new HashMap<>();
    private final Map<String, Instant> answered = new HashMap<>();
    private Map<String, Collection<Agent>> lists = Map.of();
    private Instant listed = Instant.MIN;

    /**
     * @param languages of each queue
     * @param settle for this long after an answer a list may still show the agent as they were before
     */
    Agents(Map<String, Set<String>> languages, Duration settle) {
        this.settle = settle;
        this.languages = Map.copyOf(languages);
    }

    Set<String> queues() {
        return languages.keySet();
    }

    /**
     * One agent as the desk may see them.
     *
     * @param languages of the queues whose calls they would get; never empty
     */
    record Seen(Sighting sighting, Set<String> languages) {}

    /** The agents of all queues, asked for at {@code asked}. */
    void list(Map<String, Collection<Agent>> byQueue, Instant asked) {
        Instant of = asked.minus(STALE);
        if (of.isBefore(listed)) {
            return;
        }
        lists = Map.copyOf(byQueue);
        listed = of;
        Set<String> here = new HashSet<>();
        lists.values().forEach(agents -> agents.forEach(agent -> here.add(agent.user())));
        told.entrySet()
                .removeIf(entry ->
                        !here.contains(entry.getKey()) && entry.getValue().at().isBefore(of));
        answered.entrySet()
                .removeIf(entry ->
                        !here.contains(entry.getKey()) && entry.getValue().isBefore(of));
    }

    /** Takes what a webhook tells of an agent. @return whether it did */
    boolean take(ZoomEvent event) {
        String user = event.user();
        if (user == null) {
            return false;
        }
        switch (event.name()) {
            case "user_status_changed" -> {
                if (event.status() == null) {
                    return false;
                }
                tell(user, Status.of(event.status()), event.at());
            }
            case "user_logout" -> tell(user, Status.OFFLINE, event.at());
            case "engagement_user_answered", "task_reservation_accepted", "engagement_transfer_accepted" -> {
                tell(user, Status.OCCUPIED, event.at());
                answered.merge(user, event.at(), (one, other) -> one.isAfter(other) ? one : other);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void tell(String user, Status status, Instant at) {
        told.put(user, News.later(told.get(user), new News<>(status, at)));
    }

    /** Everybody in the queues, by Zoom's user id. */
    Map<String, Seen> seen() {
        Map<String, Map<String, Agent>> byUser = new TreeMap<>();
        lists.forEach((queue, agents) -> agents.forEach(agent ->
                byUser.computeIfAbsent(agent.user(), user -> new HashMap<>()).put(queue, agent)));
        Map<String, Seen> all = new TreeMap<>();
        byUser.forEach((user, rows) -> all.put(user, seen(user, rows)));
        return all;
    }

    /** @param rows the same agent in each of their queues */
    private Seen seen(String user, Map<String, Agent> rows) {
        Set<String> taken = spoken(rows, agent -> agent.active() && agent.optedIn());
        Set<String> spoken = taken.isEmpty() ? spoken(rows, agent -> true) : taken;
        return new Seen(sighting(user, rows.values(), !taken.isEmpty()), spoken);
    }

    private Set<String> spoken(Map<String, Agent> rows, Predicate<Agent> which) {
        Set<String> spoken = new TreeSet<>();
        rows.forEach((queue, agent) -> {
            if (which.test(agent)) {
                spoken.addAll(languages.getOrDefault(queue, Set.of()));
            }
        });
        return spoken;
    }

    private Sighting sighting(String user, Collection<Agent> rows, boolean takesCalls) {
        if (rows.stream().noneMatch(Agent::active)) {
            return Sighting.OFFLINE;
        }
        Status listedAs = Collections.max(rows.stream().map(Agent::status).toList());
        return switch (status(user, listedAs)) {
            case READY -> takesCalls ? Sighting.READY : Sighting.AWAY;
            case OCCUPIED -> Sighting.OCCUPIED;
            case NOT_READY -> Sighting.AWAY;
            case OFFLINE -> Sighting.OFFLINE;
        };
    }

    private Status status(String user, Status listedAs) {
        News<Status> news = told.get(user);
        Instant answer = answered.get(user);
        boolean newer = news == null || !listed.isBefore(news.at());
        boolean settled = answer == null || !listed.isBefore(answer.plus(settle));
        return news == null || (newer && settled) ? listedAs : news.what();
    }
}
