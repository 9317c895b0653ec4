package madoguchi.simulator;

import madoguchi.simulator.Engagement.State;

/** Who waits in which queue, and what becomes of who waits too long or is one too many. Owned by the simulator's event loop. */
final class Queues {

    private final ContactCenter center;
    private final SimulatedClock clock;
    private final Switches switches;
    private final Notices notices;

    Queues(ContactCenter center, SimulatedClock clock, Switches switches, Notices notices) {
        this.center = center;
        this.clock = clock;
        this.switches = switches;
        this.notices = notices;
    }

    void enter(Engagement engagement) {
        notices.task("task_entered_queue", engagement);
        if (waiting(engagement.queue) > switches.number(Switch.MAX_IN_QUEUE)) {
            overflow(engagement);
            return;
        }
        int turn = engagement.turn;
        clock.after(switches.time(Switch.MAX_WAIT), () -> {
            if (engagement.state == State.PENDING && engagement.turn == turn) {
                overflow(engagement);
            }
        });
    }

    private long waiting(Account.Queue queue) {
        return center.engagements.stream()
                .filter(each -> each.queue.equals(queue) && each.state.waits())
                .count();
    }

    /** Into the other queue once, where the admin wants it so, or out. */
    private void overflow(Engagement engagement) {
        boolean moves =
                switches.word(Switch.OVERFLOW).equals("queue") && engagement.queue.equals(engagement.entry.queue());
        if (!moves) {
            center.cancel(engagement, "video-force-end");
            return;
        }
        notices.task("task_exited_queue", engagement);
        engagement.become(State.PENDING);
        engagement.queue = engagement.queue.equals(Account.JA) ? Account.EN : Account.JA;
        enter(engagement);
        center.route();
    }
}
