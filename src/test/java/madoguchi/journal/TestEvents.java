package madoguchi.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.desk.Command;
import madoguchi.desk.ConsentId;
import madoguchi.desk.Event;
import madoguchi.desk.Feedback;
import madoguchi.desk.Intake;
import madoguchi.desk.MicrophoneResult;
import madoguchi.desk.Notice;
import madoguchi.desk.OperatorId;
import madoguchi.desk.Outcome;
import madoguchi.desk.Role;
import madoguchi.desk.Sighting;
import madoguchi.desk.TicketId;
import madoguchi.desk.WaitRange;

/** Events to write and read back. */
final class TestEvents {

    private static final Instant AT = Instant.parse("2026-11-24T00:25:00.123456789Z");
    private static final Instant UNTIL = Instant.parse("2026-11-24T00:26:00Z");
    private static final TicketId TICKET = new TicketId("0123456789abcdefghjkmnpqrs");
    private static final OperatorId OPERATOR = new OperatorId("tvwxyz0123456789abcdefghjk");
    private static final ConsentId CONSENT = new ConsentId("aaaaaaaaaaaaaaaaaaaaaaaaaa");

    private TestEvents() {}

    /** The same each time; sets have one element, because their order is not. */
    static List<Event> oneOfEach() {
        return List.of(
                new Event.Joined(
                        AT,
                        TICKET,
                        "ja",
                        "network",
                        "d3v1ce",
                        "k3y",
                        3,
                        new WaitRange(60, 240, WaitRange.Basis.HISTORY)),
                new Event.Joined(AT, TICKET, "en", null, null, null, 0, null),
                new Event.MicrophoneChecked(AT, TICKET, MicrophoneResult.PASSED),
                new Event.SteppedAway(AT, TICKET, UNTIL),
                new Event.CameBack(AT, TICKET),
                new Event.Parked(AT, TICKET),
                new Event.Returned(AT, TICKET),
                new Event.Called(AT, TICKET, OPERATOR, UNTIL, true),
                new Event.Extended(AT, TICKET, UNTIL),
                new Event.WentBack(AT, TICKET, Event.Reason.NOT_JOINED, 3),
                new Event.HandedOff(AT, TICKET),
                new Event.Answered(AT, TICKET, null),
                new Event.HungUp(AT, TICKET),
                new Event.Ended(AT, TICKET, Outcome.SOLVED, OPERATOR),
                new Event.Ended(AT, TICKET, Outcome.NO_SHOW, null),
                new Event.FeedbackGiven(AT, TICKET, Feedback.PARTLY),
                new Event.ConsentAsked(AT, TICKET, CONSENT, OPERATOR),
                new Event.ConsentAnswered(AT, TICKET, CONSENT, true),
                new Event.Enrolled(AT, OPERATOR, Set.of(Role.SUPERVISOR), Set.of("ja")),
                new Event.StatusChanged(AT, OPERATOR, Command.Wish.AVAILABLE, false),
                new Event.Reassigned(AT, TICKET, OPERATOR),
                new Event.Sighted(AT, OPERATOR, Sighting.OCCUPIED),
                new Event.SightChanged(AT, true),
                new Event.IntakeChanged(AT, Intake.PAUSED, OPERATOR),
                new Event.NoticeChanged(AT, new Notice(Map.of("ja", "全学認証が停止中です。\n復旧をお待ちください。")), OPERATOR),
                new Event.NoticeChanged(AT, null, OPERATOR),
                new Event.Answered(UNTIL, TICKET, AT),
                new Event.Corrected(UNTIL, TICKET, Outcome.SOLVED, OPERATOR, AT),
                new Event.Corrected(UNTIL, TICKET, Outcome.REFERRED, null, null));
    }
}
