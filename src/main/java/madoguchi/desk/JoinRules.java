package madoguchi.desk;

import java.time.Instant;
import java.util.List;

/** Who gets a place in the line. */
final class JoinRules {

    private final DeskState desk;

    JoinRules(DeskState desk) {
        this.desk = desk;
    }

    void fill(Rules rules) {
        rules.on(Command.Join.class, this::join);
    }

    private List<Event> join(Command.Join join, Instant now) {
        if (desk.tickets.rejoined(join.device(), join.idempotencyKey()).isPresent()
                || desk.tickets.find(join.ticket()).isPresent()) {
            return List.of();
        }
        checkWords(join);
        checkIntake(now);
        int ahead = desk.line.counted();
        WaitRange announced = desk.range(ahead, desk.rules.bit(join.language())).orElse(null);
        return List.of(new Event.Joined(
                now,
                join.ticket(),
                join.language(),
                join.topic(),
                join.device(),
                join.idempotencyKey(),
                ahead,
                announced));
    }

    private void checkWords(Command.Join join) {
        if (!desk.rules.languages().contains(join.language())) {
            throw new RefusedException(new Refusal.UnknownLanguage(join.language()));
        }
        if (join.topic() != null && !desk.rules.topics().contains(join.topic())) {
            throw new RefusedException(new Refusal.UnknownTopic(join.topic()));
        }
    }

    private void checkIntake(Instant now) {
        if (!desk.timetable.open(now) || desk.intake == Intake.CLOSED) {
            throw new RefusedException(new Refusal.DeskClosed(desk.timetable.opens(now)));
        }
        if (desk.intake == Intake.PAUSED) {
            throw new RefusedException(new Refusal.DeskPaused());
        }
        if (desk.line.waiting() >= desk.rules.capacity()) {
            throw new RefusedException(new Refusal.LineFull(desk.rules.capacity()));
        }
    }
}
