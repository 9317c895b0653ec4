package madoguchi.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import madoguchi.desk.Command;
import madoguchi.desk.Event;
import madoguchi.desk.OperatorId;
import madoguchi.desk.Outcome;
import madoguchi.desk.TicketId;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final PresenceRules RULES = new PresenceRules(
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofMinutes(3),
            Duration.ofMinutes(2),
            Duration.ofMillis(100),
            Duration.ofSeconds(15));

    private final Set<TicketId> callersThere = new HashSet<>();
    private final Set<OperatorId> operatorsThere = new HashSet<>();
    private final Presence presence = new Presence(RULES, callersThere::contains, operatorsThere::contains);
    private final TicketId ticket = TicketId.random(new Random(1));
    private final OperatorId operator = OperatorId.random(new Random(2));

    private static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }

    @Test
    void caller_whoJoinedAndOpenedNoStream_isParkedThenAbandoned() {
        presence.after(new Event.Joined(START, ticket, "ja", null, null, null, 0, null));

        assertThat(presence.due(after(29))).isEmpty();
        assertThat(presence.due(after(30))).containsExactly(new Command.Park(ticket));
        assertThat(presence.due(after(599))).isEmpty();
        assertThat(presence.due(after(600))).containsExactly(new Command.Abandon(ticket));
        assertThat(presence.due(after(100_000))).isEmpty();
    }

    @Test
    void caller_withAnOpenStream_isNeverParked() {
        callersThere.add(ticket);
        presence.after(new Event.Joined(START, ticket, "ja", null, null, null, 0, null));

        assertThat(presence.due(after(100_000))).isEmpty();
    }

    @Test
    void caller_whoLooksNowAndThen_keepsTheLease() {
        presence.alive(ticket, START);
        presence.alive(ticket, after(25));

        assertThat(presence.due(after(54))).isEmpty();
        assertThat(presence.due(after(55))).containsExactly(new Command.Park(ticket));
    }

    @Test
    void caller_whoReturnsWhileParked_isNotAbandoned() {
        presence.alive(ticket, START);
        presence.due(after(30));
        callersThere.add(ticket);
        presence.alive(ticket, after(500));

        assertThat(presence.due(after(100_000))).isEmpty();
    }

    @Test
    void caller_whoSteppedAway_isLeftAloneUntilDueBack() {
        presence.alive(ticket, START);
        presence.after(new Event.SteppedAway(after(10), ticket, after(310)));
        assertThat(presence.due(after(309))).isEmpty();

        presence.after(new Event.CameBack(after(310), ticket));
        assertThat(presence.due(after(340))).containsExactly(new Command.Park(ticket));
    }

    @Test
    void caller_whoseTicketEnded_oweNothing() {
        presence.alive(ticket, START);
        presence.after(new Event.Ended(after(1), ticket, Outcome.LEFT, null));

        assertThat(presence.due(after(100_000))).isEmpty();
    }

    @Test
    void callerInACall_whoLosesTheConnection_hasTimeToComeBack() {
        callersThere.add(ticket);
        presence.after(new Event.Answered(START, ticket, null));
        callersThere.clear();
        presence.alive(ticket, after(60));
        assertThat(presence.due(after(239))).isEmpty();
        callersThere.add(ticket);
        presence.alive(ticket, after(239));
        assertThat(presence.due(after(100_000))).isEmpty();

        callersThere.clear();
        presence.alive(ticket, after(100_000));
        assertThat(presence.due(after(100_180))).containsExactly(new Command.Abandon(ticket));
    }

    @Test
    void callerWhoWasInACall_andIsBackInTheLine_isParkedLikeAnyOther() {
        presence.after(new Event.Answered(START, ticket, null));
        presence.after(new Event.WentBack(after(1), ticket, Event.Reason.CALL_FAILED, 0));
        assertThat(presence.due(after(31))).containsExactly(new Command.Park(ticket));
    }

    @Test
    void operator_withoutAConsole_isSignedOffAfterTheLease() {
        presence.after(new Event.StatusChanged(START, operator, Command.Wish.AVAILABLE, false));

        assertThat(presence.due(after(119))).isEmpty();
        assertThat(presence.due(after(120))).containsExactly(new Command.SignOff(operator));
    }

    @Test
    void operator_whoWentOffline_isNotSignedOffAgain() {
        presence.after(new Event.StatusChanged(START, operator, Command.Wish.AVAILABLE, false));
        presence.after(new Event.StatusChanged(after(5), operator, Command.Wish.OFFLINE, false));

        assertThat(presence.due(after(100_000))).isEmpty();
    }
}
