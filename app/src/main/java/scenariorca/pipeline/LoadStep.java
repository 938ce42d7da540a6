package scenariorca.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.SqlFile;

/**
 * One step of a load: a file of {@code load/steps}, which says in its first line what it does. Files run in the order of
 * their names, within folders in the order of theirs. Example: {@code -- step: adds fact_node_calc_detail, one row per
 * stg_calculation}.
 *
 * @param phase the folder, number included. Example: {@code 50_calculations}
 * @param name the file, without number and ending. Example: {@code new_calculations}
 * @param table the table it writes; of a step that prepares, the tables and views it makes
 * @param mirrored the staging table whose rows become its table's rows one for one; null when there is none
 */
record LoadStep(
        String phase,
        String name,
        Kind kind,
        String table,
        @Nullable String mirrored,
        String sql) {
    private static final String FOLDER = "load/steps";
    private static final Pattern HEADER =
            Pattern.compile("-- step: (adds|mends|writes|prepares) ([\\w, ]+?)(?:, one row per (\\w+))?\\n");

    /** What a step does to its table. */
    enum Kind {
        /** Inserts rows that are not there yet, and nothing else: an empty table may be stripped for it. */
        ADDS,
        /** Rewrites rows that an earlier load has added: nothing to do right after a first filling. */
        MENDS,
        /** Anything else. */
        WRITES,
        /** Makes what the following steps read; readers see nothing of it. */
        PREPARES
    }

    /** The phases, as folders with their numbers, in their order. */
    static List<String> phases() {
        return SqlFile.list(FOLDER);
    }

    /** The steps of a phase in their order. Example: {@code of("50_calculations")}. */
    static List<LoadStep> of(String phase) {
        return SqlFile.list(FOLDER + "/" + phase).stream()
                .map(file -> read(phase, file))
                .toList();
    }

    /** Every step, in the order of running. */
    static Stream<LoadStep> all() {
        return phases().stream().flatMap(phase -> of(phase).stream());
    }

    private static LoadStep read(String phase, String file) {
        String sql = SqlFile.read(FOLDER + "/" + phase + "/" + file);
        Matcher header = HEADER.matcher(sql);
        if (!header.lookingAt()) {
            throw new IllegalArgumentException(
                    "%s/%s does not begin with a line such as '-- step: writes dim_model, one row per stg_model'"
                            .formatted(phase, file));
        }
        return new LoadStep(
                phase,
                file.substring(file.indexOf('_') + 1, file.length() - ".sql".length()),
                kind(header.group(1)),
                header.group(2),
                header.group(3),
                sql);
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow();
    }
}
