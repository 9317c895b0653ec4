package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import madoguchi.call.zoom.Agent.Status;
import madoguchi.call.zoom.Agents.Seen;
import madoguchi.desk.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who counts as free. */
class AgentsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final Agents agents =
            new Agents(Map.of("q-ja", Set.of("ja"), "q-en", Set.of("en")), Duration.ofSeconds(15));

    private static ZoomEvent event(String name, String status, Instant at) {
        return new ZoomEvent(name, at, "u", "e", status, null);
    }

    private void list(Status status, Instant asked) {
        list(List.of(new Agent("u", status, true, true)), List.of(), asked);
    }

    private void list(Collection<Agent> japanese, Collection<Agent> english, Instant asked) {
        agents.list(Map.of("q-ja", japanese, "q-en", english), asked);
    }

    private Seen seen() {
        return Objects.requireNonNull(agents.seen().get("u"));
    }

    @ParameterizedTest
    @CsvSource({
        "READY,     true,  true,  READY",
        "READY,     true,  false, AWAY",
        "READY,     false, true,  OFFLINE",
        "NOT_READY, true,  true,  AWAY",
        "OCCUPIED,  true,  true,  OCCUPIED",
        "OCCUPIED,  true,  false, OCCUPIED",
        "OFFLINE,   true,  true,  OFFLINE",
    })
    void agent_isReady_onlyWhenReadyAndOptedInAndActive(Status status, boolean active, boolean in, Sighting sighting) {
        list(List.of(new Agent("u", status, active, in)), List.of(), NOW);
        assertThat(seen().sighting()).isEqualTo(sighting);
    }

    @Test
    void agent_speaksTheLanguagesOfTheQueuesTheyTakeCallsOf() {
        Agent out = new Agent("u", Status.READY, true, false);
        Agent in = new Agent("u", Status.READY, true, true);
        list(List.of(in), List.of(out), NOW);
        assertThat(seen()).isEqualTo(new Seen(Sighting.READY, Set.of("ja")));
        list(List.of(in), List.of(in), NOW.plusSeconds(1));
        assertThat(seen().languages()).containsExactlyInAnyOrder("ja", "en");
        list(List.of(out), List.of(out), NOW.plusSeconds(2));
        assertThat(seen()).isEqualTo(new Seen(Sighting.AWAY, Set.of("ja", "en")));
    }

    @Test
    void agent_listedDifferentlyInTwoQueues_isTheBusierOfBoth() {
        list(
                List.of(new Agent("u", Status.READY, true, true)),
                List.of(new Agent("u", Status.OCCUPIED, true, true)),
                NOW);
        assertThat(seen().sighting()).isEqualTo(Sighting.OCCUPIED);
    }

    @Test
    void event_afterTheList_countsAndTheNextListAgain() {
        list(Status.READY, NOW);
        agents.take(event("user_status_changed", "Not Ready", NOW.plusSeconds(1)));
        assertThat(seen().sighting()).isEqualTo(Sighting.AWAY);
        list(Status.READY, NOW.plusSeconds(15));
        assertThat(seen().sighting()).isEqualTo(Sighting.READY);
    }

    @Test
    void event_thatComesLate_changesNothing() {
        list(Status.READY, NOW);
        agents.take(event("user_status_changed", "Offline", NOW.minusSeconds(600)));
        assertThat(seen().sighting()).isEqualTo(Sighting.READY);
    }

    @Test
    void answer_keepsTheAgentOccupied_whileListsMayLagBehind() {
        list(Status.READY, NOW);
        agents.take(event("engagement_user_answered", "", NOW.plusSeconds(1)));
        assertThat(seen().sighting()).isEqualTo(Sighting.OCCUPIED);
        list(Status.READY, NOW.plusSeconds(15));
        assertThat(seen().sighting()).isEqualTo(Sighting.OCCUPIED);
        list(Status.READY, NOW.plusSeconds(30));
        assertThat(seen().sighting()).isEqualTo(Sighting.READY);
    }

    @Test
    void answer_andAQuickEnd_areToldByEvents() {
        list(Status.READY, NOW);
        agents.take(event("engagement_user_answered", "", NOW.plusSeconds(1)));
        agents.take(event("user_status_changed", "Ready", NOW.plusSeconds(4)));
        assertThat(seen().sighting()).isEqualTo(Sighting.READY);
    }

    @Test
    void agent_noLongerListed_isGone() {
        list(Status.READY, NOW);
        list(List.of(), List.of(), NOW.plusSeconds(15));
        assertThat(agents.seen()).isEmpty();
    }
}
