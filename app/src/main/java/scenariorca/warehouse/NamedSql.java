package scenariorca.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import scenariorca.platform.SqlFile;

/**
 * A statement with {@code :name} parameters, rewritten for the driver.
 *
 * @param file where it is kept. Example: report/run.sql
 * @param text with a question mark for each parameter
 * @param names the parameter behind each question mark, in order; a name may come several times
 * @param isPlannedAnew whether its best plan depends on its values, so that none is kept: its file says {@code -- plan: anew}
 */
record NamedSql(String file, String text, List<String> names, boolean isPlannedAnew) {
    private static final String PLANNED_ANEW = "-- plan: anew\n";
    private static final String IN_ORDER = "report/in_order.sql";
    private static final String LIST = "list_in_order";
    private static final Map<String, NamedSql> CACHE = new ConcurrentHashMap<>();

    NamedSql {
        names = List.copyOf(names);
    }

    static NamedSql of(String file) {
        return CACHE.computeIfAbsent(file, name -> parse(name, SqlFile.read(name)));
    }

    /** One page of a list in the order of one of its columns. @param file the list, which has the columns that it is put in order by */
    static NamedSql inOrder(String file) {
        return CACHE.computeIfAbsent(
                IN_ORDER + " " + file,
                _ -> parse(file, SqlFile.read(IN_ORDER).replace(LIST, "(\n" + SqlFile.read(file) + "\n)")));
    }

    /** Leaves casts ({@code ::}), quoted text and comments alone; comments are dropped, as the server need not read them. */
    static NamedSql parse(String file, String sql) {
        var text = new StringBuilder(sql.length());
        var names = new ArrayList<String>();
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            int end;
            if (sql.startsWith("--", at)) {
                end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end;
            } else if (c == '\'' || c == '"') {
                end = sql.indexOf(c, at + 1) + 1;
                end = end == 0 ? sql.length() : end;
                text.append(sql, at, end);
                at = end;
            } else if (sql.startsWith("::", at)) {
                text.append("::");
                at += 2;
            } else if (c == ':' && at + 1 < sql.length() && Character.isLetter(sql.charAt(at + 1))) {
                end = endOfName(sql, at + 1);
                names.add(sql.substring(at + 1, end));
                text.append('?');
                at = end;
            } else {
                text.append(c == '?' ? "??" : String.valueOf(c));
                at++;
            }
        }
        return new NamedSql(file, text.toString().strip(), names, sql.contains(PLANNED_ANEW));
    }

    private static int endOfName(String sql, int start) {
        int end = start;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        return end;
    }
}
