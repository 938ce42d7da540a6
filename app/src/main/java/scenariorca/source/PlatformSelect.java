package scenariorca.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import scenariorca.platform.SqlFile;

/**
 * How a platform's tables become the rows of one staging table: a SELECT of {@code source/<platform>}, taken apart, so that
 * a column some installations lack can be left out.
 *
 * @param stagingTable which it fills, and the file's name. Example: {@code stg_run}
 * @param items what it selects, by the staging column's name. Example: {@code started_at -> runs.run_at}
 * @param from what follows the items. Example: {@code from fc_scenario_run as runs}
 * @param tables the platform's tables by their names within the SELECT. Example: {@code runs -> fc_scenario_run}
 * @param spellings what some installations call a column, by its usual name; from lines such as {@code -- spelling: udpated_by for updated_by}
 */
public record PlatformSelect(
        String stagingTable,
        Map<String, String> items,
        String from,
        Map<String, String> tables,
        Map<String, String> spellings) {
    private static final Pattern SHAPE = Pattern.compile("(?s)\\s*select\\s+(.*?)\\n(from\\s.*)");
    private static final Pattern NAMED = Pattern.compile("(?s)(.*?)\\s+as\\s+(\\w+)");
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join)\\s+(\\w+)(?:\\s+as\\s+(\\w+))?");
    private static final Pattern SPELLING = Pattern.compile("-- spelling: (\\w+) for (\\w+)");
    private static final Pattern COLUMN = Pattern.compile("\\b(\\w+)\\.(\\w+)\\b");

    public PlatformSelect {
        items = Map.copyOf(items);
        tables = Map.copyOf(tables);
        spellings = Map.copyOf(spellings);
    }

    /** The platforms there are, by name. */
    public static List<String> platforms() {
        return SqlFile.list("source").stream()
                .filter(name -> !name.endsWith(".sql"))
                .toList();
    }

    /** Every SELECT of a platform, by the staging table it fills. */
    public static Map<String, PlatformSelect> of(String platform) {
        var selects = new LinkedHashMap<String, PlatformSelect>();
        for (String file : SqlFile.list("source/" + platform)) {
            String table = file.substring(0, file.length() - ".sql".length());
            selects.put(table, parse(table, SqlFile.read("source/" + platform + "/" + file)));
        }
        return selects;
    }

    static PlatformSelect parse(String stagingTable, String file) {
        String sql = file.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        Matcher shape = SHAPE.matcher(sql);
        if (!shape.matches()) {
            throw new IllegalArgumentException(
                    stagingTable + ".sql is not one SELECT with a FROM on a line of its own");
        }
        var items = new LinkedHashMap<String, String>();
        for (String item : commaSeparated(shape.group(1))) {
            Matcher named = NAMED.matcher(item);
            boolean isNamed = named.matches();
            String expression = isNamed ? named.group(1) : item;
            items.put(isNamed ? named.group(2) : item.substring(item.indexOf('.') + 1), expression);
        }
        var tables = new HashMap<String, String>();
        Matcher table = TABLE.matcher(shape.group(2));
        while (table.find()) {
            tables.put(table.group(2) == null ? table.group(1) : table.group(2), table.group(1));
        }
        var spellings = new HashMap<String, String>();
        Matcher spelling = SPELLING.matcher(file);
        while (spelling.find()) {
            spellings.put(spelling.group(2), spelling.group(1));
        }
        return new PlatformSelect(stagingTable, items, shape.group(2), tables, spellings);
    }

    /** Splits at the commas that are in no parentheses and no text. */
    private static List<String> commaSeparated(String list) {
        var parts = new ArrayList<String>();
        int depth = 0;
        boolean isText = false;
        int from = 0;
        for (int at = 0; at < list.length(); at++) {
            char letter = list.charAt(at);
            isText ^= letter == '\'';
            depth += isText ? 0 : letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (letter == ',' && depth == 0 && !isText) {
                parts.add(list.substring(from, at).strip());
                from = at + 1;
            }
        }
        parts.add(list.substring(from).strip());
        return parts;
    }

    /** The columns of the platform that an item needs, as {@code table.column}, with their usual names. */
    public Set<String> needs(String expression) {
        var columns = new TreeSet<String>();
        Matcher column = COLUMN.matcher(expression);
        while (column.find()) {
            String table = tables.get(column.group(1));
            if (table != null) {
                columns.add(table + "." + column.group(2));
            }
        }
        return columns;
    }

    /** The item with the columns spelt as this installation spells them. */
    public String spelt(String expression, SourceDatabase source) {
        return COLUMN.matcher(expression).replaceAll(column -> {
            String table = tables.get(column.group(1));
            return table == null
                    ? Matcher.quoteReplacement(column.group())
                    : Matcher.quoteReplacement(column.group(1) + "." + spelling(table, column.group(2), source));
        });
    }

    /** Whether the source has a column, however it is spelt. Example: {@code fc_event_type.updated_by}. */
    public boolean isThere(String column, SourceDatabase source) {
        int dot = column.indexOf('.');
        String table = column.substring(0, dot);
        return source.columns(table).contains(spelling(table, column.substring(dot + 1), source));
    }

    private String spelling(String table, String column, SourceDatabase source) {
        String other = spellings.get(column);
        return other != null
                        && !source.columns(table).contains(column)
                        && source.columns(table).contains(other)
                ? other
                : column;
    }
}
