package madoguchi.desk;

import static madoguchi.desk.TestDesk.ANN;
import static madoguchi.desk.TestDesk.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JoinTest {

    private final TestDesk desk = new TestDesk(TestDesk.RULES);

    private static Command.Join join(int number, @Nullable String device, @Nullable String key) {
        return new Command.Join(id(number), "ja", "wifi", device, key);
    }

    static AbstractThrowableAssert<?, ?> assertRefused(TestDesk desk, Command command, Refusal refusal) {
        return assertThatThrownBy(() -> desk.ask(command))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    @Test
    void join_onAnOpenDesk_takesThePlaceAtTheEnd() {
        desk.join(1, "en");
        assertThat(desk.ask(join(2, "d", "k")))
                .containsExactly(new Event.Joined(desk.now, id(2), "ja", "wifi", "d", "k", 1, null));
        assertThat(desk.desk.position(id(2))).isEqualTo(2);
    }

    @Test
    void join_withWordsTheDeskDoesNotHave_isRefused() {
        assertRefused(desk, new Command.Join(id(1), "fr", null, null, null), new Refusal.UnknownLanguage("fr"));
        assertRefused(desk, new Command.Join(id(1), "ja", "tax", null, null), new Refusal.UnknownTopic("tax"));
    }

    @Test
    void join_withTheDeviceOfALiveTicket_returnsToIt() {
        desk.ask(join(1, "d", null));
        assertThat(desk.ask(join(2, "d", null))).isEmpty();
        assertThat(desk.desk.liveTicket("d", null)).contains(id(1));
        desk.ask(new Command.Leave(id(1)));
        assertThat(desk.desk.liveTicket("d", null)).isEmpty();
        assertThat(desk.ask(join(2, "d", null))).hasSize(1);
    }

    @Test
    void join_withTheIdempotencyKeyOfAnEndedTicket_returnsToItWhileItIsKept() {
        desk.ask(join(1, null, "k"));
        desk.ask(new Command.Leave(id(1)));
        assertThat(desk.ask(join(2, null, "k"))).isEmpty();
        assertThat(desk.desk.liveTicket(null, "k")).contains(id(1));

        desk.pass(EndedTickets.KEPT);
        desk.join(3, "en");
        assertThat(desk.desk.liveTicket(null, "k")).contains(id(1));
        desk.pass(EndedTickets.KEPT);
        desk.join(4, "en");
        assertThat(desk.desk.ticket(id(1), desk.now)).isEmpty();
        assertThat(desk.ask(join(2, null, "k"))).hasSize(1);
    }

    @Test
    void join_onAClosedDesk_isToldWhenItOpens() {
        desk.now = TestDesk.START.plus(Duration.ofHours(10));
        assertRefused(desk, join(1, null, null), new Refusal.DeskClosed(TestDesk.START.plus(Duration.ofDays(1))));
    }

    @Test
    void join_whileTheIntakeIsShut_isRefused() {
        desk.ask(new Command.Enrol(ANN, Set.of(Role.SUPERVISOR), Set.of()));
        desk.ask(new Command.SetIntake(ANN, Intake.PAUSED));
        assertThat(desk.desk.board(desk.now).state()).isEqualTo(Board.DeskState.PAUSED);
        assertRefused(desk, join(1, null, null), new Refusal.DeskPaused());
        desk.ask(new Command.SetIntake(ANN, Intake.CLOSED));
        assertThat(desk.desk.board(desk.now).state()).isEqualTo(Board.DeskState.CLOSED);
        assertRefused(desk, join(1, null, null), new Refusal.DeskClosed(null));
    }

    @Test
    void join_whenTheLineIsFull_isRefused_parkedOnesIncluded() {
        for (int i = 0; i < 50; i++) {
            desk.join(i, "ja");
        }
        desk.ask(new Command.Park(id(7)));
        assertThat(desk.desk.board(desk.now).state()).isEqualTo(Board.DeskState.FULL);
        assertRefused(desk, join(50, null, null), new Refusal.LineFull(50));
        desk.ask(new Command.Leave(id(7)));
        assertThat(desk.ask(join(50, null, null))).hasSize(1);
    }

    @Test
    void join_whenAnOperatorIsFree_isToldZero() {
        TestDesk manual = new TestDesk(TestDesk.rules(DeskRules.Calling.MANUAL));
        manual.available(ANN, "ja");
        assertThat(manual.desk.board(manual.now).ranges().get("ja")).isEqualTo(WaitRange.NONE);
        assertThat(manual.desk.board(manual.now).ranges().get("en")).isNull();
        assertThat(manual.ask(join(1, null, null)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.Joined.class, e -> assertThat(e.announced()).isEqualTo(WaitRange.NONE));
    }
}
