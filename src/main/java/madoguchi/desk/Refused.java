package madoguchi.desk;

/** Refusals that name a state, in the words people use. */
final class Refused {

    private Refused() {}

    static RefusedException state(Command command, Ticket ticket, String expected) {
        return new RefusedException(new Refusal.WrongTicketState(word(command), ticket.word(), expected));
    }

    static RefusedException status(Command command, Operator operator, String expected) {
        return new RefusedException(new Refusal.WrongOperatorStatus(word(command), operator.word(), expected));
    }

    /** E.g. {@code step-away}. */
    private static String word(Command command) {
        return command.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
