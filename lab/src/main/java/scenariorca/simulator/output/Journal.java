package scenariorca.simulator.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the platform commits, and when others can see it. During the first fill a row that may still change is held back
 * until the end and written once; what becomes visible only after the end waits for the live platform.
 */
public final class Journal {
    /** A row that becomes visible at a time. A later image of a mutable row replaces an earlier one. */
    record Entry(Instant visibleAt, Table table, UUID id, byte[] row) {}

    private final RowSink sink;
    private final Instant end;
    private final Map<Table, Map<UUID, byte[]>> held = new EnumMap<>(Table.class);
    private final List<Entry> waiting = new ArrayList<>();
    private boolean isFilled;

    public Journal(RowSink sink, Instant end) {
        this.sink = sink;
        this.end = end;
    }

    /** Commits a row that never changes again. */
    public void last(Instant visibleAt, Table table, UUID id, byte[] row) {
        if (isFilled || visibleAt.isAfter(end)) {
            waiting.add(new Entry(visibleAt, table, id, row));
            return;
        }
        if (table.isMutable()) {
            heldRows(table).remove(id);
        }
        sink.row(table, row);
    }

    /** Commits a row that may change. */
    public void open(Instant visibleAt, Table table, UUID id, byte[] row) {
        if (isFilled || visibleAt.isAfter(end)) {
            waiting.add(new Entry(visibleAt, table, id, row));
            return;
        }
        heldRows(table).put(id, row);
    }

    private Map<UUID, byte[]> heldRows(Table table) {
        return held.computeIfAbsent(table, key -> new LinkedHashMap<>());
    }

    /** Ends the first fill: writes what was held back. From now on everything waits to be taken. */
    public void fill() {
        held.forEach((table, rows) -> rows.forEach((id, row) -> sink.heldRow(table, id, row)));
        held.clear();
        isFilled = true;
    }

    /** Takes what has become visible up to a time, in the order it was committed. */
    List<Entry> take(Instant until) {
        var due = waiting.stream()
                .filter(entry -> !entry.visibleAt().isAfter(until))
                .toList();
        waiting.removeAll(due);
        return due;
    }
}
