package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Today's counts, counted again from the whole log. */
final class Recount {

    private Recount() {}

    static Board.Today today(List<Event> log, DeskRules rules, Instant now) {
        LocalDate date = now.atZone(rules.zone()).toLocalDate();
        Map<TicketId, Instant> joined = new HashMap<>();
        Set<TicketId> answered = new HashSet<>();
        int[] sums = new int[5];
        int[][] slots = new int[48][3];
        for (Event event : log) {
            int kind = kind(event, joined, answered);
            if (kind < 0 || !event.at().atZone(rules.zone()).toLocalDate().equals(date)) {
                continue;
            }
            sums[kind]++;
            if (kind != 3) {
                int minutes = event.at().atZone(rules.zone()).toLocalTime().toSecondOfDay() / 60;
                slots[minutes / 30][kind == 4 ? 2 : kind]++;
            }
            if (kind == 1) {
                Instant since = joined.get(((Event.OfTicket) event).ticket());
                boolean inTime = Duration.between(since, event.at()).compareTo(rules.answeredWithin()) <= 0;
                sums[2] += inTime ? 1 : 0;
            }
        }
        List<Board.HalfHour> halfHours = new ArrayList<>();
        for (int[] slot : slots) {
            halfHours.add(new Board.HalfHour(slot[0], slot[1], slot[2]));
        }
        return new Board.Today(sums[0], sums[1], sums[2], sums[3], sums[4], halfHours);
    }

    /** 0 joined, 1 answered for the first time, 3 served, 4 abandoned; −1 none of these. */
    private static int kind(Event event, Map<TicketId, Instant> joined, Set<TicketId> answered) {
        if (event instanceof Event.Joined e) {
            joined.put(e.ticket(), e.at());
            return 0;
        }
        if (event instanceof Event.Answered e) {
            return answered.add(e.ticket()) ? 1 : -1;
        }
        if (event instanceof Event.Ended e) {
            boolean gone =
                    Set.of(Outcome.LEFT, Outcome.ABANDONED, Outcome.NO_SHOW).contains(e.outcome());
            return e.operator() != null ? 3 : gone && !answered.contains(e.ticket()) ? 4 : -1;
        }
        return -1;
    }
}
