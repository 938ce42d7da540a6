package scenariorca.warehouse;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import scenariorca.platform.SqlFile;

/**
 * A statement that reads tables as they stood at a time. Each such table is read through a named query of the table's own name,
 * so that the statement itself is the same as for now.
 */
final class PastSql {
    /** The tables of which earlier states are kept, and those whose rows never change. */
    private static final List<String> TABLES = List.of(
            "dim_problem",
            "dim_release",
            "dim_scenario",
            "fact_node_calc_detail",
            "fact_problem_action",
            "fact_problem_episode",
            "fact_run_diagnostic",
            "fact_run_verdict",
            "fact_scenario_run",
            "view_scenario_audit_trail");

    private static final Pattern LEADING_COMMENTS = Pattern.compile("\\A(?:\\s*--[^\\n]*\\n)+");
    private static final String WITH = "with ";
    private static final Map<String, NamedSql> CACHE = new ConcurrentHashMap<>();

    private PastSql() {}

    static NamedSql of(String file) {
        return CACHE.computeIfAbsent(file, name -> NamedSql.parse(name, composed(name, SqlFile.read(name))));
    }

    /** Planned anew each time: which rows there are depends on the time. */
    private static String composed(String file, String sql) {
        String statement = LEADING_COMMENTS.matcher(sql).replaceFirst("").strip();
        if (statement.startsWith("with recursive")) {
            throw new IllegalStateException(file + " must name its recursive query further inside");
        }
        var named = new StringBuilder("-- plan: anew\n");
        for (String table : TABLES) {
            if (Pattern.compile("\\b" + table + "\\b").matcher(statement).find()) {
                named.append(named.indexOf(WITH) < 0 ? WITH : ",\n")
                        .append(table)
                        .append(" as not materialized (\n")
                        .append(SqlFile.read("report/as_of/" + table + ".sql"))
                        .append(")");
            }
        }
        if (named.indexOf(WITH) < 0) {
            return sql;
        }
        return statement.startsWith(WITH)
                ? named + ",\n" + statement.substring(WITH.length())
                : named + "\n" + statement;
    }
}
