package scenariorca.powerbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import scenariorca.platform.SqlFile;

/** Compares the columns that the model reads with those of a warehouse. */
final class SourceCheck {
    private static final Pattern VIEW = Pattern.compile("(?ms)^create view (v_pbi_[a-z_]+) as\\n.*?;$");

    private SourceCheck() {}

    /** What is wrong, one line each, naming the table of the model and its file; empty when all is well. */
    static List<String> problems(Connection connection, Predicate<ModelTable> wanted) throws SQLException {
        boolean wasCommitting = connection.getAutoCommit();
        connection.setAutoCommit(false);
        var problems = new ArrayList<String>();
        Map<String, String> views = new HashMap<>();
        VIEW.matcher(SqlFile.read("migration/R__power_bi_views.sql"))
                .results()
                .forEach(found -> views.put(found.group(1), found.group()));
        for (ModelTable table :
                Star.committed().tables().stream().filter(wanted).toList()) {
            rebuild(connection, table, views.getOrDefault(table.source(), ""), problems);
            compare(connection, table, problems);
        }
        if (wasCommitting) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return problems;
    }

    /** A view goes on working after a column below it was renamed; made anew from its text, it does not. */
    private static void rebuild(Connection connection, ModelTable table, String definition, List<String> problems)
            throws SQLException {
        if (definition.isEmpty()) {
            problems.add(at(table) + "no migration makes " + table.source());
            return;
        }
        var before = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            statement.execute(definition.replace("create view " + table.source(), "create view rebuilt_by_test"));
        } catch (SQLException e) {
            problems.add(at(table) + table.source() + ": " + e.getMessage());
        }
        connection.rollback(before);
    }

    private static void compare(Connection connection, ModelTable table, List<String> problems) throws SQLException {
        Map<String, String> types = new HashMap<>();
        try (var query = connection.prepareStatement(
                "select attname, format_type(atttypid, null) from pg_attribute where attrelid = ?::regclass")) {
            query.setString(1, table.source());
            var rows = query.executeQuery();
            while (rows.next()) {
                types.put(rows.getString(1), rows.getString(2));
            }
        }
        for (Column column : table.columns()) {
            String type = types.get(column.source());
            if (type == null) {
                problems.add(at(table) + table.source() + " has no column " + column.source());
            } else if (!column.type().sqlTypes().contains(type)) {
                problems.add(at(table)
                        + "%s.%s is %s, which does not fit %s"
                                .formatted(table.source(), column.source(), type, column.type()));
            }
        }
    }

    private static String at(ModelTable table) {
        return "table %s (%s): ".formatted(table.name(), table.file());
    }
}
