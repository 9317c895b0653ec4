package madoguchi.desk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The operators of a desk in the order of their enrolment, and how many answer each language. Owned by the desk's thread. */
final class Roster {

    private final Map<OperatorId, Operator> byId = new LinkedHashMap<>();
    private final int[] atWork = new int[DeskRules.MOST_LANGUAGES];
    private final int[] available = new int[DeskRules.MOST_LANGUAGES];

    Collection<Operator> all() {
        return byId.values();
    }

    /** @throws RefusedException for an operator who has not enrolled here */
    Operator require(OperatorId id) {
        Operator operator = byId.get(id);
        if (operator == null) {
            throw new RefusedException(new Refusal.UnknownOperator(id));
        }
        return operator;
    }

    Optional<Operator> find(OperatorId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The operator, new if not enrolled before. */
    Operator enrol(OperatorId id) {
        return byId.computeIfAbsent(id, Operator::new);
    }

    /** The one way in which a status or what an operator speaks changes. */
    void change(Operator operator, Runnable change) {
        count(operator, -1);
        change.run();
        count(operator, 1);
    }

    /** How many operators at work speak the language of that bit. */
    int atWork(int language) {
        return language == 0 ? 0 : atWork[Integer.numberOfTrailingZeros(language)];
    }

    int available(int language) {
        return language == 0 ? 0 : available[Integer.numberOfTrailingZeros(language)];
    }

    private void count(Operator operator, int by) {
        for (int rest = operator.spoken; rest != 0; rest &= rest - 1) {
            int language = Integer.numberOfTrailingZeros(rest);
            atWork[language] += operator.status.atWork() ? by : 0;
            available[language] += operator.available() ? by : 0;
        }
    }
}
