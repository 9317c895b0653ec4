package madoguchi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tickets as the plain data of a snapshot, and back. */
final class Places {

    private Places() {}

    static DeskSnapshot.Place of(Ticket ticket) {
        Event.Joined joined = ticket.joined;
        return new DeskSnapshot.Place(
                ticket.id(),
                joined.at(),
                joined.language(),
                joined.topic(),
                joined.device(),
                joined.idempotencyKey(),
                joined.ahead(),
                joined.announced(),
                phase(ticket.state),
                ticket.operator(),
                moment(ticket.state),
                ticket.state instanceof TicketState.Ended ended ? ended.outcome() : null,
                ticket.microphone,
                ticket.extensionsLeft,
                ticket.steppedAway,
                ticket.awayUntil,
                ticket.missed,
                ticket.handedOff,
                ticket.answered,
                ticket.waitCounted,
                ticket.parked,
                ticket.point,
                ticket.feedbackGiven,
                consents(ticket));
    }

    private static List<DeskSnapshot.Consent> consents(Ticket ticket) {
        return ticket.consents.entrySet().stream()
                .map(entry -> new DeskSnapshot.Consent(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static DeskSnapshot.Phase phase(TicketState state) {
        if (state instanceof TicketState.Waiting waiting) {
            return DeskSnapshot.Phase.valueOf(waiting.presence().name());
        }
        if (state instanceof TicketState.Called) {
            return DeskSnapshot.Phase.CALLED;
        }
        if (state instanceof TicketState.HandedOff) {
            return DeskSnapshot.Phase.HANDED_OFF;
        }
        if (state instanceof TicketState.InCall call) {
            return call.hungUp() ? DeskSnapshot.Phase.HUNG_UP : DeskSnapshot.Phase.IN_CALL;
        }
        return DeskSnapshot.Phase.ENDED;
    }

    private static @Nullable Instant moment(TicketState state) {
        if (state instanceof TicketState.Called called) {
            return called.until();
        }
        if (state instanceof TicketState.HandedOff handedOff) {
            return handedOff.since();
        }
        if (state instanceof TicketState.InCall call) {
            return call.since();
        }
        return state instanceof TicketState.Ended ended ? ended.at() : null;
    }

    static Ticket restore(DeskSnapshot.Place place, DeskRules rules) {
        Event.Joined joined = new Event.Joined(
                place.joined(),
                place.ticket(),
                place.language(),
                place.topic(),
                place.device(),
                place.idempotencyKey(),
                place.ahead(),
                place.announced());
        Ticket ticket = new Ticket(joined, rules.bit(place.language()), place.extensionsLeft());
        ticket.state = state(place);
        ticket.microphone = place.microphone();
        ticket.steppedAway = place.steppedAway();
        ticket.awayUntil = place.awayUntil();
        ticket.missed = place.missed();
        ticket.handedOff = place.handedOff();
        ticket.answered = place.answered();
        ticket.waitCounted = place.waitCounted();
        ticket.parked = place.parked();
        ticket.point = place.point();
        ticket.feedbackGiven = place.feedbackGiven();
        place.consents().forEach(consent -> ticket.consent(consent.consent(), consent.granted()));
        return ticket;
    }

    private static TicketState state(DeskSnapshot.Place place) {
        return switch (place.phase()) {
            case HERE, STEPPED_AWAY, PARKED ->
                new TicketState.Waiting(
                        TicketState.Presence.valueOf(place.phase().name()));
            case CALLED -> new TicketState.Called(operator(place), at(place));
            case HANDED_OFF -> new TicketState.HandedOff(operator(place), at(place));
            case IN_CALL -> new TicketState.InCall(operator(place), at(place), false);
            case HUNG_UP -> new TicketState.InCall(operator(place), at(place), true);
            case ENDED -> new TicketState.Ended(Objects.requireNonNull(place.outcome()), at(place));
        };
    }

    private static OperatorId operator(DeskSnapshot.Place place) {
        return Objects.requireNonNull(place.operator());
    }

    private static Instant at(DeskSnapshot.Place place) {
        return Objects.requireNonNull(place.moment());
    }
}
