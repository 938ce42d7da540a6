package scenariorca.powerbi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column of a table of the model.
 *
 * @param source its name in the database. Example: run_outcome
 * @param name the name people see. Example: Outcome
 * @param type its type
 * @param marks what else is said of it: {@code key} (hidden, one per row), {@code link=<view>} (hidden, points to the
 *     key of that view's table), {@code inactive} (the link is used only when a measure asks), {@code hidden},
 *     {@code calendar} (the date column of the date table), {@code plain} (no thousands separator),
 *     {@code by=<source>} (sorted by that column)
 */
record Column(String source, String name, ColumnType type, Set<String> marks) {
    private static final Set<String> MARKS = Set.of("key", "inactive", "hidden", "calendar", "plain");

    Column {
        marks = Set.copyOf(marks);
        for (String mark : marks) {
            if (!MARKS.contains(mark) && !mark.startsWith("link=") && !mark.startsWith("by=")) {
                throw new IllegalArgumentException("column " + source + " has the unknown mark " + mark);
            }
        }
    }

    /** Columns, one a line: source, type with its marks, name. Example: {@code month_name text,by=month Month}. */
    static List<Column> list(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(Column::parse).toList();
    }

    private static Column parse(String line) {
        String[] words = line.strip().split(" +", 3);
        if (words.length != 3) {
            throw new IllegalArgumentException("not a column (source type name): " + line);
        }
        List<String> type = Arrays.asList(words[1].split(","));
        return new Column(
                words[0],
                words[2],
                ColumnType.of(type.getFirst()),
                type.stream().skip(1).collect(Collectors.toSet()));
    }

    boolean isKey() {
        return marks.contains("key");
    }

    boolean isCalendar() {
        return marks.contains("calendar");
    }

    boolean isActive() {
        return !marks.contains("inactive");
    }

    boolean isHidden() {
        return isKey() || marks.contains("hidden") || link().isPresent();
    }

    /** The view (without its prefix) whose key this column points to. */
    Optional<String> link() {
        return value("link=");
    }

    /** Source name of the column it is sorted by. */
    Optional<String> sortedBy() {
        return value("by=");
    }

    String format() {
        return isKey() || link().isPresent() || marks.contains("plain") ? "0" : type.format();
    }

    private Optional<String> value(String prefix) {
        return marks.stream()
                .filter(mark -> mark.startsWith(prefix))
                .map(mark -> mark.substring(prefix.length()))
                .findFirst();
    }
}
