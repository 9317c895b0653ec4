package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The immutable pictures of a desk and of what is in it. */
final class Views {

    /** Below this chance of being reached before closing, the desk says that today it will hardly be. */
    private static final double HARDLY = 0.25;

    private final DeskState desk;

    Views(DeskState desk) {
        this.desk = desk;
    }

    Board board(Instant now) {
        List<TicketView> line = line();
        List<Board.OperatorView> operators =
                desk.roster.all().stream().map(Views::operator).toList();
        return new Board(
                desk.rules.desk(),
                desk.version,
                now,
                state(now),
                desk.timetable.opens(now),
                desk.timetable.closes(now),
                desk.line.counted(),
                count(operators, OperatorStatus.Available.class),
                (int) operators.stream().filter(o -> o.status().busy()).count(),
                count(operators, OperatorStatus.Break.class),
                ranges(),
                notToday(now),
                desk.notice,
                desk.intake,
                longestWait(line, now),
                desk.day.today(now),
                line,
                calls(),
                operators);
    }

    private Board.DeskState state(Instant now) {
        if (!desk.timetable.open(now) || desk.intake == Intake.CLOSED) {
            return Board.DeskState.CLOSED;
        }
        if (desk.intake == Intake.PAUSED) {
            return Board.DeskState.PAUSED;
        }
        if (!desk.seen) {
            return Board.DeskState.UNKNOWN;
        }
        return desk.line.waiting() >= desk.rules.capacity() ? Board.DeskState.FULL : Board.DeskState.OPEN;
    }

    private static int count(List<Board.OperatorView> operators, Class<? extends OperatorStatus> status) {
        return (int)
                operators.stream().filter(o -> status.isInstance(o.status())).count();
    }

    /** What one who joins now would be told. */
    private Map<String, @Nullable WaitRange> ranges() {
        Map<String, @Nullable WaitRange> ranges = new LinkedHashMap<>();
        for (String language : desk.rules.languages()) {
            ranges.put(language, range(desk.line.counted(), desk.rules.bit(language)));
        }
        return Collections.unmodifiableMap(ranges);
    }

    private Set<String> notToday(Instant now) {
        Instant closes = desk.timetable.closes(now);
        if (closes == null || !desk.seen) {
            return Set.of();
        }
        Set<String> hardly = new LinkedHashSet<>();
        for (String language : desk.rules.languages()) {
            double chance = desk.forecast.chanceWithin(
                    desk.line.counted(), desk.rules.bit(language), desk.roster, Duration.between(now, closes));
            if (chance < HARDLY) {
                hardly.add(language);
            }
        }
        return Collections.unmodifiableSet(hardly);
    }

    /** Nobody's place changes by more than a few from the order of arrival, so the oldest is among the first shown. */
    private static Duration longestWait(List<TicketView> line, Instant now) {
        return line.stream()
                .filter(view -> view.position() != null)
                .map(view -> Duration.between(view.joined(), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private List<TicketView> line() {
        List<TicketView> line = new ArrayList<>();
        int position = 1;
        Ticket ticket = desk.line.first(Line.WAITING);
        while (ticket != null && line.size() < Board.LINE_SHOWN) {
            line.add(ticket(ticket, ticket.counted() ? position++ : 0));
            ticket = desk.line.after(ticket, Line.WAITING);
        }
        return Collections.unmodifiableList(line);
    }

    private List<TicketView> calls() {
        return desk.roster.all().stream()
                .map(Operator::ticket)
                .filter(Objects::nonNull)
                .map(id -> ticket(desk.tickets.require(Objects.requireNonNull(id)), 0))
                .toList();
    }

    Optional<TicketView> ticket(TicketId id) {
        return desk.tickets.find(id).map(ticket -> ticket(ticket, desk.line.position(ticket)));
    }

    /** @param position 0 for one that does not count */
    private TicketView ticket(Ticket ticket, int position) {
        return new TicketView(
                ticket.id(),
                ticket.joined.language(),
                ticket.joined.topic(),
                ticket.joined.at(),
                ticket.state,
                position == 0 ? null : position,
                position == 0 ? null : range(position - 1, ticket.language),
                ticket.microphone,
                ticket.extensionsLeft,
                ticket.waits(TicketState.Presence.HERE) && !ticket.steppedAway,
                ticket.awayUntil,
                Collections.unmodifiableMap(new LinkedHashMap<>(ticket.consents)),
                ticket.feedbackGiven);
    }

    private @Nullable WaitRange range(int ahead, int language) {
        return desk.range(ahead, language).orElse(null);
    }

    static Board.OperatorView operator(Operator operator) {
        return new Board.OperatorView(
                operator.id, operator.status, operator.wish, operator.forced, operator.languages, operator.roles);
    }
}
