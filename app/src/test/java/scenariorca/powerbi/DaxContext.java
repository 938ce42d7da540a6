package scenariorca.powerbi;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which filters a measure is computed.
 *
 * @param filters what rows must fulfil
 * @param asked inactive relationships asked for, by their many side's column
 */
record DaxContext(List<Filter> filters, Set<String> asked) {
    /**
     * A condition on one column.
     *
     * @param column table and column. Example: Run[Outcome]
     */
    record Filter(String table, String column, Predicate<@Nullable Object> condition) {
        boolean admits(Map<String, @Nullable Object> row) {
            return condition.test(row.get(column));
        }
    }

    static DaxContext everything() {
        return new DaxContext(List.of(), Set.of());
    }

    DaxContext and(Filter filter) {
        return new DaxContext(Stream.concat(filters.stream(), Stream.of(filter)).toList(), asked);
    }

    /** The filter takes the place of others on its column. */
    DaxContext instead(Filter filter) {
        return new DaxContext(
                        filters.stream()
                                .filter(other -> !other.column().equals(filter.column()))
                                .toList(),
                        asked)
                .and(filter);
    }

    DaxContext without(String table) {
        return new DaxContext(
                filters.stream().filter(filter -> !filter.table().equals(table)).toList(), asked);
    }

    DaxContext asking(String column) {
        var more = new HashSet<>(asked);
        more.add(column);
        return new DaxContext(filters, more);
    }

    boolean filtersTable(String table) {
        return filters.stream().anyMatch(filter -> filter.table().equals(table));
    }

    boolean filtersColumn(String column) {
        return filters.stream().anyMatch(filter -> filter.column().equals(column));
    }

    /** Rows of a table that its own filters and those of the tables it points to let through. */
    List<Map<String, @Nullable Object>> rows(DaxData data, ModelTable table) {
        Map<String, Set<Object>> keys = new HashMap<>();
        for (Relationship relationship : data.star().relationships()) {
            if (relationship.from() == table
                    && isUsed(data, relationship)
                    && filtersTable(relationship.to().name())) {
                Set<Object> visible = new HashSet<>();
                for (var row : data.rows(relationship.to())) {
                    if (admits(relationship.to(), row)) {
                        Object key = row.get(DaxData.key(relationship.to(), relationship.toColumn()));
                        if (key != null) {
                            visible.add(key);
                        }
                    }
                }
                keys.put(DaxData.key(table, relationship.fromColumn()), visible);
            }
        }
        return candidates(data, table, keys)
                .filter(row -> admits(table, row))
                .filter(row -> keys.entrySet().stream().allMatch(key -> {
                    Object value = row.get(key.getKey());
                    return value != null && key.getValue().contains(value);
                }))
                .toList();
    }

    /** The rows with one of the fewest keys; all rows where no table filters this one. */
    private static Stream<Map<String, @Nullable Object>> candidates(
            DaxData data, ModelTable table, Map<String, Set<Object>> keys) {
        return keys.entrySet().stream()
                .min(Comparator.comparingInt(key -> key.getValue().size()))
                .map(fewest ->
                        fewest.getValue().stream().flatMap(value -> data.rows(table, fewest.getKey(), value).stream()))
                .orElseGet(() -> data.rows(table).stream());
    }

    private boolean isUsed(DaxData data, Relationship relationship) {
        String column = DaxData.key(relationship.from(), relationship.fromColumn());
        if (asked.contains(column)) {
            return true;
        }
        boolean isReplaced = data.star().relationships().stream()
                .anyMatch(other -> other.from() == relationship.from()
                        && other.to() == relationship.to()
                        && asked.contains(DaxData.key(other.from(), other.fromColumn())));
        return relationship.isActive() && !isReplaced;
    }

    private boolean admits(ModelTable table, Map<String, @Nullable Object> row) {
        return filters.stream()
                .filter(filter -> filter.table().equals(table.name()))
                .allMatch(filter -> filter.admits(row));
    }
}
