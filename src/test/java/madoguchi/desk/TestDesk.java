package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A desk with a clock of its own that does what a host does: decide, apply, and then all that follows. */
final class TestDesk {

    static final Instant START = Instant.parse("2026-11-24T00:00:00Z");

    /** Serves from {@link #START} on for ten hours a day. */
    static final OpeningHours TEN_HOURS = new OpeningHours() {
        private static final Duration DAY = Duration.ofDays(1);

        private Instant begin(Instant now) {
            long days = Math.floorDiv(Duration.between(START, now).toSeconds(), DAY.toSeconds());
            return START.plus(DAY.multipliedBy(days));
        }

        @Override
        public Optional<Instant> closes(Instant now) {
            Instant end = begin(now).plus(Duration.ofHours(10));
            return now.isBefore(end) ? Optional.of(end) : Optional.empty();
        }

        @Override
        public Optional<Instant> opens(Instant now) {
            return Optional.of(begin(now).plus(DAY));
        }
    };

    static final DeskRules RULES = rules(DeskRules.Calling.AUTOMATIC);

    static final OperatorId ANN = operator('a');
    static final OperatorId BEN = operator('b');

    final Desk desk;
    Instant now = START;
    final List<Event> log = new ArrayList<>();

    TestDesk(DeskRules rules) {
        this.desk = new Desk(rules);
    }

    static DeskRules rules(DeskRules.Calling calling) {
        return rules(calling, TEN_HOURS);
    }

    static DeskRules rules(DeskRules.Calling calling, OpeningHours hours) {
        return rules(calling, hours, DeskRules.Staffing.CONSOLE, Outcome.DROPPED);
    }

    /** A desk whose calls are answered in the call provider. */
    static DeskRules observed() {
        return rules(DeskRules.Calling.AUTOMATIC, TEN_HOURS, DeskRules.Staffing.PROVIDER, Outcome.SOLVED);
    }

    private static DeskRules rules(
            DeskRules.Calling calling, OpeningHours hours, DeskRules.Staffing staffing, Outcome unnamed) {
        return new DeskRules(
                "helpdesk",
                ZoneId.of("Asia/Tokyo"),
                List.of("ja", "en"),
                List.of("password", "wifi"),
                hours,
                50,
                calling,
                Duration.ofSeconds(60),
                2,
                3,
                Duration.ofSeconds(20),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofMinutes(15),
                Duration.ofMinutes(8),
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                staffing,
                unnamed);
    }

    static OperatorId operator(char name) {
        return new OperatorId(String.valueOf(name).repeat(26));
    }

    static TicketId id(int number) {
        return TicketId.random(new Random(number));
    }

    /** @return the events of the command, without those that follow by themselves */
    List<Event> ask(Command command) {
        List<Event> decided = desk.decide(command, now);
        apply(decided);
        advance();
        return decided;
    }

    void advance() {
        List<Event> due = desk.decide(new Command.Advance(), now);
        while (!due.isEmpty()) {
            apply(due);
            due = desk.decide(new Command.Advance(), now);
        }
    }

    private void apply(List<Event> events) {
        events.forEach(desk::apply);
        log.addAll(events);
    }

    /** Lets time pass, stopping wherever something falls due. */
    TestDesk pass(Duration time) {
        Instant end = now.plus(time);
        Optional<Instant> due = desk.nextDue(now);
        while (due.isPresent() && !due.get().isAfter(end)) {
            now = due.get().isAfter(now) ? due.get() : now;
            advance();
            due = desk.nextDue(now).filter(next -> next.isAfter(now));
        }
        now = end;
        advance();
        return this;
    }

    TicketId join(int number, String language) {
        ask(new Command.Join(id(number), language, null, null, null));
        return id(number);
    }

    /** Joins and passes the microphone check. */
    TicketId ready(int number, String language) {
        join(number, language);
        ask(new Command.CheckMicrophone(id(number), MicrophoneResult.PASSED));
        return id(number);
    }

    void enrol(OperatorId operator, String... languages) {
        ask(new Command.Enrol(operator, Set.of(Role.OPERATOR), Set.of(languages)));
    }

    void available(OperatorId operator, String... languages) {
        enrol(operator, languages);
        ask(new Command.SetStatus(operator, Command.Wish.AVAILABLE));
    }

    TicketView view(TicketId ticket) {
        return desk.ticket(ticket, now).orElseThrow();
    }

    TicketState state(TicketId ticket) {
        return view(ticket).state();
    }

    OperatorStatus status(OperatorId operator) {
        return desk.operators().stream()
                .filter(o -> o.operator().equals(operator))
                .findAny()
                .orElseThrow()
                .status();
    }
}
