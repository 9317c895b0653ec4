package madoguchi.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A desk as plainly as it can be written: lists, searched from the front, one string per state. What {@link Desk} is compared
 * with. The line holds the called tickets too, because one that does not join in time returns to its place.
 */
final class ReferenceDesk {

    final DeskRules rules;
    final List<ReferenceTicket> line = new ArrayList<>();
    final List<ReferenceTicket> tickets = new ArrayList<>();
    final List<ReferenceOperator> operators = new ArrayList<>();
    Intake intake = Intake.OPEN;

    /** A ticket; the states are {@code here away parked called ringing talking owing ended}. */
    static final class ReferenceTicket {
        final Event.Joined joined;
        String state = "here";

        @Nullable
        OperatorId operator;

        Instant moment = Instant.MIN;

        @Nullable
        MicrophoneResult microphone;

        int extensions;
        boolean steppedAway;
        boolean missed;
        boolean feedback;
        final Map<ConsentId, String> consents = new java.util.HashMap<>();

        ReferenceTicket(Event.Joined joined, int extensions) {
            this.joined = joined;
            this.extensions = extensions;
        }

        TicketId id() {
            return joined.ticket();
        }

        boolean in(String... states) {
            return List.of(states).contains(state);
        }

        boolean ready() {
            return in("here") && microphone == MicrophoneResult.PASSED;
        }
    }

    /** An operator; the states are {@code offline available ringing talking owing wrapping break}. */
    static final class ReferenceOperator {
        final OperatorId id;
        Event.Enrolled enrolled;
        String state = "offline";

        @Nullable
        ReferenceTicket ticket;

        Instant moment = Instant.MIN;
        String wish = "available";

        @Nullable
        TicketId passes;

        ReferenceOperator(Event.Enrolled enrolled) {
            this.id = enrolled.operator();
            this.enrolled = enrolled;
        }

        boolean speaks(ReferenceTicket candidate) {
            return enrolled.languages().contains(candidate.joined.language());
        }
    }

    ReferenceDesk(DeskRules rules) {
        this.rules = rules;
    }

    boolean open(Instant now) {
        return rules.hours().closes(now).isPresent();
    }

    /** The hours under test are closed for longer than the grace. */
    boolean serves(Instant now) {
        return open(now) || open(now.minus(rules.grace()));
    }

    @Nullable
    ReferenceTicket find(TicketId id) {
        return first(tickets, t -> t.id().equals(id));
    }

    @Nullable
    ReferenceOperator operator(@Nullable OperatorId id) {
        return first(operators, o -> o.id.equals(id));
    }

    static <T> @Nullable T first(List<T> list, Predicate<T> test) {
        return list.stream().filter(test).findFirst().orElse(null);
    }

    List<ReferenceTicket> counted() {
        return line.stream().filter(t -> t.in("here", "away")).toList();
    }

    long waiting() {
        return line.stream().filter(t -> t.in("here", "away", "parked")).count();
    }

    int position(TicketId id) {
        return counted().stream().map(ReferenceTicket::id).toList().indexOf(id) + 1;
    }

    /** The order of service. */
    @Nullable
    ReferenceTicket next(ReferenceOperator operator) {
        List<ReferenceTicket> candidates =
                line.stream().filter(t -> t.in("here") && operator.speaks(t)).toList();
        List<ReferenceTicket> best = candidates.stream().anyMatch(ReferenceTicket::ready)
                ? candidates.stream().filter(ReferenceTicket::ready).toList()
                : candidates;
        ReferenceTicket preferred = first(best, t -> !t.id().equals(operator.passes));
        boolean passes = !best.isEmpty() && best.get(0).id().equals(operator.passes);
        return best.isEmpty() ? null : passes && preferred != null ? preferred : best.get(0);
    }

    void apply(Event event) {
        if (event instanceof Event.Joined e) {
            ReferenceTicket ticket = new ReferenceTicket(e, rules.extensions());
            tickets.add(ticket);
            line.add(ticket);
        } else if (event instanceof Event.OfTicket e) {
            ReferenceTicket ticket = java.util.Objects.requireNonNull(find(e.ticket()));
            ReferenceOperator operator = operator(ticket.operator);
            if (operator == null) {
                inLine(event, ticket);
            } else {
                inHand(event, ticket, operator);
            }
        } else {
            ofOperators(event);
        }
        tickets.removeIf(t -> t.in("ended") && EndedTickets.hour(t.moment) < EndedTickets.hour(event.at()) - 1);
    }

    private void inLine(Event event, ReferenceTicket ticket) {
        if (event instanceof Event.MicrophoneChecked e) {
            ticket.microphone = e.result();
        } else if (event instanceof Event.SteppedAway e) {
            ticket.state = "away";
            ticket.steppedAway = true;
            ticket.moment = e.until();
        } else if (event instanceof Event.CameBack || event instanceof Event.Returned) {
            ticket.state = "here";
        } else if (event instanceof Event.Parked) {
            ticket.state = "parked";
        } else if (event instanceof Event.Called e) {
            ReferenceOperator operator = java.util.Objects.requireNonNull(operator(e.operator()));
            move(ticket, operator, "called", e.until());
            operator.state = "ringing";
            operator.passes = null;
            operator.ticket = ticket;
        } else if (event instanceof Event.Ended) {
            end(ticket, event.at());
        } else if (event instanceof Event.FeedbackGiven) {
            ticket.feedback = true;
        }
    }

    private void inHand(Event event, ReferenceTicket ticket, ReferenceOperator operator) {
        if (event instanceof Event.MicrophoneChecked e) {
            ticket.microphone = e.result();
        } else if (event instanceof Event.Extended e) {
            ticket.extensions--;
            ticket.moment = e.until();
        } else if (event instanceof Event.WentBack e) {
            back(ticket, e);
            boolean passes = e.reason() == Event.Reason.MORE_TIME || e.reason() == Event.Reason.OPERATOR;
            operator.passes = passes ? ticket.id() : operator.passes;
            free(operator, e.at());
        } else if (event instanceof Event.HandedOff) {
            move(ticket, operator, "ringing", event.at());
            line.remove(ticket);
        } else if (event instanceof Event.Answered) {
            move(ticket, operator, "talking", event.at());
            operator.state = "talking";
        } else if (event instanceof Event.HungUp) {
            move(ticket, operator, "owing", event.at());
            operator.state = "owing";
            operator.moment = event.at().plus(rules.outcomeWithin());
        } else if (event instanceof Event.Ended) {
            boolean talked = ticket.in("talking", "owing");
            end(ticket, event.at());
            free(operator, event.at());
            if (talked && operator.state.equals("available")) {
                operator.state = "wrapping";
                operator.moment = event.at().plus(rules.wrapUp());
            }
        } else if (event instanceof Event.ConsentAsked e) {
            ticket.consents.put(e.consent(), "open");
        } else if (event instanceof Event.ConsentAnswered e) {
            ticket.consents.put(e.consent(), String.valueOf(e.granted()));
        } else if (event instanceof Event.FeedbackGiven) {
            ticket.feedback = true;
        }
    }

    private static void move(ReferenceTicket ticket, ReferenceOperator operator, String state, Instant moment) {
        ticket.state = state;
        ticket.operator = operator.id;
        ticket.moment = moment;
    }

    private void back(ReferenceTicket ticket, Event.WentBack event) {
        int place = event.places() == 0 ? 0 : line.indexOf(ticket);
        line.remove(ticket);
        for (int left = event.places(); left > 0 && place < line.size(); place++) {
            left -= line.get(place).in("here", "away") ? 1 : 0;
        }
        line.add(place, ticket);
        ticket.state = "here";
        ticket.operator = null;
        ticket.missed |= event.reason() == Event.Reason.NOT_JOINED;
        ticket.extensions -= event.reason() == Event.Reason.MORE_TIME ? 1 : 0;
    }

    private void end(ReferenceTicket ticket, Instant at) {
        ticket.state = "ended";
        ticket.operator = null;
        ticket.moment = at;
        line.remove(ticket);
    }

    private static void free(ReferenceOperator operator, Instant at) {
        operator.ticket = null;
        operator.state = operator.wish;
        operator.moment = at;
    }

    private void ofOperators(Event event) {
        if (event instanceof Event.Enrolled e) {
            ReferenceOperator operator = operator(e.operator());
            if (operator == null) {
                operator = new ReferenceOperator(e);
                operator.wish = "offline";
                operators.add(operator);
            }
            operator.enrolled = e;
            if (!e.roles().contains(Role.OPERATOR)) {
                wish(operator, Command.Wish.OFFLINE, e.at());
            }
        } else if (event instanceof Event.StatusChanged e) {
            wish(java.util.Objects.requireNonNull(operator(e.operator())), e.wish(), e.at());
        } else if (event instanceof Event.IntakeChanged e) {
            intake = e.intake();
        }
    }

    private static void wish(ReferenceOperator operator, Command.Wish wish, Instant at) {
        operator.wish = wish.name().toLowerCase(java.util.Locale.ROOT);
        if (operator.ticket == null) {
            operator.state = operator.wish;
            operator.moment = at;
        }
    }
}
