package scenariorca.warehouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears of each statement a report runs: for measuring the statements alone and for looking at their plans. */
@FunctionalInterface
public interface StatementTrace {
    /** Hears nothing. */
    StatementTrace NONE = (file, sql, values) -> {};

    /** @param values as bound, in order; a {@code String[]} for an array */
    void ran(String file, String sql, List<@Nullable Object> values);
}
