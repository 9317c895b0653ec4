package madoguchi.desk;

/** What events make of a ticket in the line. Owned by the desk's thread. */
final class WaitingEffects {

    private final DeskState desk;

    WaitingEffects(DeskState desk) {
        this.desk = desk;
    }

    void fill(Effects effects) {
        effects.on(Event.Joined.class, this::joined)
                .on(Event.MicrophoneChecked.class, this::microphoneChecked)
                .on(Event.SteppedAway.class, this::steppedAway)
                .on(Event.CameBack.class, event -> present(event, TicketState.Presence.HERE))
                .on(Event.Parked.class, this::parked)
                .on(Event.Returned.class, this::returned);
    }

    private void joined(Event.Joined event) {
        Ticket ticket = new Ticket(event, desk.rules.bit(event.language()), desk.rules.extensions());
        ticket.point = desk.forecast.point(event.ahead(), ticket.language, desk.roster);
        desk.tickets.add(ticket);
        desk.line.append(ticket);
        desk.day.joined(event.at());
    }

    private void microphoneChecked(Event.MicrophoneChecked event) {
        Ticket ticket = desk.tickets.require(event.ticket());
        ticket.microphone = event.result();
        desk.line.refresh(ticket);
    }

    private void steppedAway(Event.SteppedAway event) {
        Ticket ticket = present(event, TicketState.Presence.STEPPED_AWAY);
        ticket.steppedAway = true;
        ticket.waitCounted = true;
        desk.tickets.stepAway(ticket, event.until());
    }

    private void parked(Event.Parked event) {
        present(event, TicketState.Presence.PARKED).parked = event.at();
    }

    private void returned(Event.Returned event) {
        Ticket ticket = present(event, TicketState.Presence.HERE);
        ticket.parked = null;
        ticket.waitCounted = true;
    }

    private Ticket present(Event.OfTicket event, TicketState.Presence presence) {
        Ticket ticket = desk.tickets.require(event.ticket());
        desk.tickets.back(ticket);
        ticket.state = new TicketState.Waiting(presence);
        desk.line.refresh(ticket);
        return ticket;
    }
}
