package scenariorca.powerbi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import scenariorca.platform.SqlFile;

/**
 * The SQL twins of the measures: the same question put to the tables of the warehouse, without a filter. Each is a
 * query of one row and one column that is null where the measure is blank.
 */
public final class MeasureTwins {
    private static final List<String> FILES = List.of(
            "powerbi/run_measures.sql",
            "powerbi/problem_measures.sql",
            "powerbi/node_measures.sql",
            "powerbi/activity_measures.sql");
    private static final Pattern MARK = Pattern.compile("(?m)^-- measure: (.+)\\n");

    private MeasureTwins() {}

    /** Queries by the name of their measure. */
    public static SequencedMap<String, String> queries() {
        var queries = new LinkedHashMap<String, String>();
        FILES.forEach(file -> parse(file, queries));
        return Collections.unmodifiableSequencedMap(queries);
    }

    private static void parse(String file, Map<String, String> queries) {
        String sql = SqlFile.read(file);
        var mark = MARK.matcher(sql);
        boolean isFound = mark.find();
        while (isFound) {
            String name = mark.group(1);
            int begin = mark.end();
            isFound = mark.find();
            String query =
                    sql.substring(begin, isFound ? mark.start() : sql.length()).strip();
            if (queries.put(name, query.replaceAll(";$", "")) != null) {
                throw new IllegalStateException(file + " has a second twin of measure " + name);
            }
        }
    }
}
