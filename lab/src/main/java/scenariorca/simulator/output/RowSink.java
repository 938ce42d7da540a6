package scenariorca.simulator.output;

import java.util.UUID;

/** Takes the rows of the first fill, each one final. */
public interface RowSink {
    /** Takes a row in COPY's text format. */
    void row(Table table, byte[] row);

    /** Takes a row that was held back until the end because it might have changed. */
    default void heldRow(Table table, UUID id, byte[] row) {
        row(table, row);
    }

    /** A sink that keeps nothing. */
    static RowSink nowhere() {
        return (table, row) -> {};
    }
}
