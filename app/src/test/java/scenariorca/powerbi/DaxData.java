package scenariorca.powerbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The model with its rows, as the views of a warehouse give them. */
final class DaxData {
    private final Star star;
    private final Map<String, List<Map<String, @Nullable Object>>> rows = new HashMap<>();

    private final Map<String, Map<Object, List<Map<String, @Nullable Object>>>> byValue = new HashMap<>();

    private DaxData(Star star) {
        this.star = star;
    }

    static DaxData read(Star star, Connection connection) throws SQLException {
        var data = new DaxData(star);
        for (ModelTable table : star.tables()) {
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("select * from " + table.source())) {
                while (found.next()) {
                    Map<String, @Nullable Object> row = new HashMap<>();
                    for (Column column : table.columns()) {
                        row.put(key(table, column), value(found.getObject(column.source())));
                    }
                    rows.add(row);
                }
            }
            data.rows.put(table.name(), rows);
        }
        return data;
    }

    /** How rows name a column. Example: Run[Outcome]. */
    static String key(ModelTable table, Column column) {
        return table.name() + "[" + column.name() + "]";
    }

    Star star() {
        return star;
    }

    List<Map<String, @Nullable Object>> rows(ModelTable table) {
        return rows.getOrDefault(table.name(), List.of());
    }

    /** Rows with a value in a column. */
    List<Map<String, @Nullable Object>> rows(ModelTable table, String column, Object value) {
        return byValue.computeIfAbsent(column, name -> {
                    var index = new HashMap<Object, List<Map<String, @Nullable Object>>>();
                    for (var row : rows(table)) {
                        Object found = row.get(name);
                        if (found != null) {
                            index.computeIfAbsent(found, any -> new ArrayList<>())
                                    .add(row);
                        }
                    }
                    return index;
                })
                .getOrDefault(value, List.of());
    }

    private static @Nullable Object value(@Nullable Object found) {
        return switch (found) {
            case null -> null;
            case Number number -> number.doubleValue();
            case Timestamp time -> time.toLocalDateTime();
            case Object other -> other;
        };
    }
}
