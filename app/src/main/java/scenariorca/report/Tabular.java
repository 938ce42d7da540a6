package scenariorca.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that is a list at heart, and can be written as a table. */
public interface Tabular<T> {
    /** The records that are the table's rows. */
    List<T> rows();

    /** The cursor of the next page; null on the last one. */
    @Nullable
    String nextCursor();
}
