package madoguchi.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import madoguchi.desk.Refusal;

/** The one table from a desk's refusals to problems. A test proves that none is missing. */
final class Refusals {

    private static final Map<Class<? extends Refusal>, Function<Refusal, Problem>> TABLE = new LinkedHashMap<>();

    static {
        put(Refusal.UnknownTicket.class, r -> unknown("ticket", r.ticket().value(), "a ticket of this desk"));
        put(Refusal.UnknownOperator.class, r -> unknown("operator", r.operator().value(), "an operator of this desk"));
        put(
                Refusal.UnknownConsent.class,
                r -> unknown("consent", r.consent().value(), "an open request of this ticket"));
        put(Refusal.UnknownLanguage.class, r -> invalid("language", r.language(), "a language of this desk"));
        put(Refusal.UnknownTopic.class, r -> invalid("topic", r.topic(), "a topic of this desk"));
        put(
                Refusal.WrongTicketState.class,
                r -> conflict("wrong-state", "Not in this state", "state: " + r.state() + expected(r.expected())));
        put(
                Refusal.WrongOperatorStatus.class,
                r -> conflict("wrong-status", "Not in this status", "status: " + r.status() + expected(r.expected())));
        put(Refusal.DeskClosed.class, Refusals::closed);
        put(
                Refusal.DeskPaused.class,
                r -> conflict(
                        "desk-paused", "The desk takes no new callers for now", "state: paused (expected: open)"));
        put(
                Refusal.LineFull.class,
                r -> conflict(
                        "line-full",
                        "The line is full",
                        "waiting: " + r.capacity() + " (expected: under " + r.capacity() + ")"));
        put(
                Refusal.MicrophoneCheckRequired.class,
                r -> conflict(
                        "microphone-check-required",
                        "The microphone check comes first",
                        "microphone: not passed (expected: passed)"));
        put(
                Refusal.NoExtensionLeft.class,
                r -> conflict("no-extension-left", "No more time left to give", "extensions: 0 (expected: 1 or more)"));
        put(
                Refusal.AlreadySteppedAway.class,
                r -> conflict(
                        "already-stepped-away",
                        "A caller may step away once",
                        "presence: stepped-away (expected: once per ticket)"));
        put(
                Refusal.NobodyWaiting.class,
                r -> conflict("nobody-waiting", "Nobody to call", "waiting: 0 (expected: a caller who is here)"));
        put(
                Refusal.AnsweredElsewhere.class,
                r -> conflict(
                        "answered-elsewhere",
                        "Calls of this desk are answered in the call provider",
                        "desk: answered elsewhere (expected: one whose operators use the console)"));
        put(
                Refusal.NotASupervisor.class,
                r -> Problem.of(403, "not-a-supervisor", "For supervisors", "role: operator (expected: supervisor)"));
        put(
                Refusal.NotAnOperator.class,
                r -> Problem.of(
                        403, "not-an-operator", "For those who answer calls", "role: supervisor (expected: operator)"));
        put(
                Refusal.FeedbackAlreadyGiven.class,
                r -> conflict("feedback-already-given", "Already answered", "helped: answered (expected: one answer)"));
    }

    private Refusals() {}

    static Problem problem(Refusal refusal) {
        Function<Refusal, Problem> row = TABLE.get(refusal.getClass());
        if (row == null) {
            throw new IllegalStateException("refusal: " + refusal + " (expected: one of the table)");
        }
        return row.apply(refusal);
    }

    private static <R extends Refusal> void put(Class<R> type, Function<R, Problem> row) {
        TABLE.put(type, refusal -> row.apply(type.cast(refusal)));
    }

    private static Problem closed(Refusal.DeskClosed refusal) {
        Problem problem = conflict("desk-closed", "The desk is closed", "state: closed (expected: open)");
        return refusal.opens() == null
                ? problem
                : problem.with("opens", refusal.opens().toString());
    }

    private static Problem unknown(String name, String value, String expected) {
        return Problem.of(404, "unknown-" + name, "Not known here", name + ": " + value + expected(expected));
    }

    private static Problem invalid(String name, String value, String expected) {
        return Problem.of(
                400, "invalid-request", "The request cannot be understood", name + ": " + value + expected(expected));
    }

    private static Problem conflict(String slug, String title, String detail) {
        return Problem.of(409, slug, title, detail);
    }

    private static String expected(String expected) {
        return " (expected: " + expected + ")";
    }
}
