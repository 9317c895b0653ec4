package madoguchi.desk;

import java.util.List;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;

/** The cells of a table's row after the first. */
final class Cells implements ArgumentsAggregator {

    @Override
    public Object aggregateArguments(ArgumentsAccessor row, ParameterContext context) {
        List<Object> cells = row.toList();
        return cells.subList(1, cells.size());
    }
}
