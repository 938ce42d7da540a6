package scenariorca.audit;

import java.util.List;
import scenariorca.platform.SqlFile;

/** The tables the chain covers: those that {@code audit/rows} has a file for, which says what of a row is hashed. */
final class HistoricalTables {
    private static final String FOLDER = "audit/rows";
    private static final String ENDING = ".sql";

    private HistoricalTables() {}

    /** Their names, in order. Example: fact_scenario_run. */
    static List<String> names() {
        return SqlFile.list(FOLDER).stream()
                .map(file -> file.substring(0, file.length() - ENDING.length()))
                .toList();
    }

    /** Id, day and hash of each row of {@code :rows}. */
    static String rowSql(String table) {
        return SqlFile.read(FOLDER + "/" + table + ENDING);
    }

    /** A file of {@code audit} with its parts put in: the hashes, where it names them. */
    static String text(String file) {
        return SqlFile.read("audit/" + file)
                .replace(":hash_of_part", SqlFile.read("audit/hash_of_part.sql"))
                .replace(":hash_of_entry", SqlFile.read("audit/hash_of_entry.sql"));
    }
}
