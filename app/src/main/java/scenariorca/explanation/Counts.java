package scenariorca.explanation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Row;

/** Numbers of a row as evidence has them. */
final class Counts {
    private Counts() {}

    /** A count; more than two billion are two billion. */
    static int of(Row row, String column) {
        return (int) Math.min(Integer.MAX_VALUE, row.bigNumber(column));
    }

    static @Nullable Double real(Row row, String column) {
        BigDecimal number = row.decimalOrNull(column);
        return number == null ? null : number.doubleValue();
    }

    static double real(Row row, String column, double otherwise) {
        Double number = real(row, column);
        return number == null ? otherwise : number;
    }
}
