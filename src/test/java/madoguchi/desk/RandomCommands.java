package madoguchi.desk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands as a desk may get them in any order, sensible or not. */
final class RandomCommands {

    private static final List<OperatorId> OPERATORS =
            List.of(TestDesk.operator('a'), TestDesk.operator('b'), TestDesk.operator('c'), TestDesk.operator('d'));
    private static final List<Set<String>> LANGUAGES = List.of(Set.of("ja"), Set.of("en"), Set.of("ja", "en"));
    private static final List<Set<Role>> ROLES = List.of(
            Set.of(Role.OPERATOR),
            Set.of(Role.OPERATOR),
            Set.of(Role.OPERATOR, Role.SUPERVISOR),
            Set.of(Role.SUPERVISOR));

    private final Random random;
    private final List<TicketId> recent = new ArrayList<>();

    private final ReferenceDesk model;

    /** @param model to find out who waits and who is in whose hands, or most commands would be refused */
    RandomCommands(long seed, ReferenceDesk model) {
        this.random = new Random(seed);
        this.model = model;
    }

    /** Mostly seconds, now and then hours. */
    Duration pause() {
        int kind = random.nextInt(3000);
        return kind == 0
                ? Duration.ofHours(random.nextInt(14))
                : kind < 1000 ? Duration.ZERO : Duration.ofMillis(random.nextInt(4_000));
    }

    Command next() {
        int kind = random.nextInt(100);
        if (kind < 15) {
            return join();
        }
        if (kind < 50) {
            return ofCaller();
        }
        return kind < 90 ? ofCall() : ofOperator();
    }

    private Command join() {
        TicketId ticket = TicketId.random(random);
        recent.add(ticket);
        if (recent.size() > 60) {
            recent.remove(0);
        }
        return new Command.Join(ticket, pick(List.of("ja", "en", "en", "ja", "fr")), null, key("d"), key("k"));
    }

    private @Nullable String key(String kind) {
        return random.nextInt(6) > 0 ? null : kind + random.nextInt(200);
    }

    private Command ofCaller() {
        TicketId ticket = ticket();
        return switch (random.nextInt(18)) {
            case 0, 1, 2, 3, 4, 5 -> new Command.CheckMicrophone(ticket, MicrophoneResult.PASSED);
            case 6 -> new Command.CheckMicrophone(ticket, pick(List.of(MicrophoneResult.values())));
            case 7 -> new Command.Leave(ticket);
            case 8, 9 -> new Command.StepAway(ticket);
            case 10 -> new Command.ComeBack(ticket);
            case 11, 12 -> new Command.Park(ticket);
            case 13, 14, 15 -> new Command.Unpark(ticket);
            case 16 -> new Command.GiveFeedback(ticket, Feedback.YES);
            default -> new Command.Abandon(ticket);
        };
    }

    private Command ofCall() {
        List<ReferenceDesk.ReferenceOperator> busy =
                model.operators.stream().filter(o -> o.ticket != null).toList();
        boolean fitting = !busy.isEmpty() && random.nextInt(4) > 0;
        ReferenceDesk.ReferenceOperator one = fitting ? pick(busy) : null;
        OperatorId operator = one == null ? pick(OPERATORS) : one.id;
        TicketId ticket = one == null || one.ticket == null ? ticket() : one.ticket.id();
        ConsentId consent = new ConsentId("c".repeat(25) + random.nextInt(3));
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> new Command.HandOff(ticket);
            case 5 -> new Command.Extend(ticket);
            case 6, 7 -> new Command.ReportCall(ticket, pick(List.of(CallReport.values())));
            case 8, 9, 10 -> new Command.Answer(operator, ticket);
            case 11 -> new Command.End(operator, ticket, Outcome.SOLVED);
            case 12 -> new Command.PutBack(operator, ticket);
            case 13 -> new Command.CallNext(pick(OPERATORS), random.nextInt(4) == 0 ? ticket() : null);
            case 14 -> new Command.AskConsent(operator, ticket, consent);
            default -> new Command.AnswerConsent(ticket, consent, random.nextBoolean());
        };
    }

    private Command ofOperator() {
        OperatorId operator = pick(OPERATORS);
        return switch (random.nextInt(12)) {
            case 0 ->
                random.nextInt(3) > 0
                        ? new Command.SetStatus(operator, Command.Wish.AVAILABLE)
                        : new Command.Enrol(operator, pick(ROLES), pick(LANGUAGES));
            case 1 -> new Command.SetStatus(operator, pick(List.of(Command.Wish.values())));
            case 2 ->
                random.nextInt(3) > 0
                        ? new Command.SetStatus(operator, Command.Wish.AVAILABLE)
                        : new Command.SignOff(ringing().orElse(operator));
            case 3 ->
                random.nextInt(8) > 0
                        ? new Command.SetIntake(operator, Intake.OPEN)
                        : new Command.SetIntake(operator, pick(List.of(Intake.values())));
            default -> new Command.SetStatus(operator, Command.Wish.AVAILABLE);
        };
    }

    /** Or else hardly anybody would ever be signed off in that moment. */
    private Optional<OperatorId> ringing() {
        return model.operators.stream()
                .filter(o -> o.state.equals("ringing") && random.nextBoolean())
                .map(o -> o.id)
                .findFirst();
    }

    private TicketId ticket() {
        int kind = random.nextInt(10);
        if (kind < 7 && !model.line.isEmpty()) {
            return pick(model.line).id();
        }
        return kind == 9 || recent.isEmpty() ? TicketId.random(random) : pick(recent);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    static @Nullable TicketId ticketOf(Command command) {
        return (TicketId) component(command, TicketId.class);
    }

    static @Nullable OperatorId operatorOf(Command command) {
        return (OperatorId) component(command, OperatorId.class);
    }

    private static @Nullable Object component(Command command, Class<?> type) {
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            if (component.getType() == type) {
                try {
                    return component.getAccessor().invoke(command);
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return null;
    }
}
