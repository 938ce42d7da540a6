package scenariorca.simulator.output;

import java.util.LinkedHashMap;
import java.util.Map;
import scenariorca.platform.SqlFile;

/** The statements of the simulator's SQL files, found by the table they are about. */
final class Scripts {
    private static final Map<String, String> COPIES = byTable("copy.sql", 1);
    private static final Map<String, String> UPSERTS = byTable("upsert.sql", 2);

    private Scripts() {}

    static String copy(String table) {
        return find(COPIES, table);
    }

    static String upsert(String table) {
        return find(UPSERTS, table);
    }

    static String file(String name) {
        return SqlFile.read("simulator/" + name);
    }

    private static String find(Map<String, String> statements, String table) {
        String statement = statements.get(table);
        if (statement == null) {
            throw new IllegalArgumentException("no statement for table " + table);
        }
        return statement;
    }

    /** Statements by the word at a place: copy <table>, insert into <table>. */
    private static Map<String, String> byTable(String name, int place) {
        var statements = new LinkedHashMap<String, String>();
        String text = file(name).replaceAll("(?m)^--.*$", "");
        for (String statement : text.split(";")) {
            if (!statement.isBlank()) {
                statements.put(statement.strip().split("\\s+")[place], statement.strip());
            }
        }
        return Map.copyOf(statements);
    }
}
