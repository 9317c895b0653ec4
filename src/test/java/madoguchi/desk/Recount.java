package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Today's counts, counted again from the whole log. */
final class Recount {

    private final DeskRules rules;
    private final LocalDate date;
    private final Map<TicketId, Instant> joined = new HashMap<>();
    private final Map<TicketId, Event.Ended> ended = new HashMap<>();
    private final Set<TicketId> answered = new HashSet<>();
    /** Joined, answered, abandoned. */
    private final int[][] slots = new int[48][3];

    private int inTime;
    private int served;

    private Recount(DeskRules rules, LocalDate date) {
        this.rules = rules;
        this.date = date;
    }

    static Board.Today today(List<Event> log, DeskRules rules, Instant now) {
        Recount recount = new Recount(rules, now.atZone(rules.zone()).toLocalDate());
        log.forEach(recount::count);
        return recount.sums();
    }

    private void count(Event event) {
        if (event instanceof Event.Joined e) {
            joined.put(e.ticket(), e.at());
            add(0, e.at(), 1);
        } else if (event instanceof Event.Answered e) {
            answered(e.ticket(), e.since() == null ? e.at() : e.since());
        } else if (event instanceof Event.Ended e) {
            ended.put(e.ticket(), e);
            served += e.operator() != null && today(e.at()) ? 1 : 0;
            add(2, e.at(), lost(e) ? 1 : 0);
        } else if (event instanceof Event.Corrected e && e.answered() != null) {
            Event.Ended before = java.util.Objects.requireNonNull(ended.get(e.ticket()));
            add(2, before.at(), lost(before) ? -1 : 0);
            served += today(before.at()) ? 1 : 0;
            answered(e.ticket(), e.answered());
        }
    }

    private void answered(TicketId ticket, Instant at) {
        if (answered.add(ticket)) {
            add(1, at, 1);
            Duration waited = Duration.between(joined.get(ticket), at);
            inTime += today(at) && waited.compareTo(rules.answeredWithin()) <= 0 ? 1 : 0;
        }
    }

    private boolean lost(Event.Ended event) {
        boolean gone = Set.of(Outcome.LEFT, Outcome.ABANDONED, Outcome.NO_SHOW).contains(event.outcome());
        return gone && event.operator() == null && !answered.contains(event.ticket());
    }

    private boolean today(Instant at) {
        return at.atZone(rules.zone()).toLocalDate().equals(date);
    }

    private void add(int kind, Instant at, int by) {
        if (today(at)) {
            int minutes = at.atZone(rules.zone()).toLocalTime().toSecondOfDay() / 60;
            slots[minutes / 30][kind] += by;
        }
    }

    private int sum(int kind) {
        return IntStream.range(0, slots.length).map(slot -> slots[slot][kind]).sum();
    }

    private Board.Today sums() {
        List<Board.HalfHour> halfHours = IntStream.range(0, slots.length)
                .mapToObj(slot -> new Board.HalfHour(slots[slot][0], slots[slot][1], slots[slot][2]))
                .toList();
        return new Board.Today(sum(0), sum(1), inTime, served, sum(2), halfHours);
    }
}
