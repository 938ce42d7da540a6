package scenariorca.logs;

import org.jspecify.annotations.Nullable;
import scenariorca.errors.DataLines;

/** What a field of a structured line means, by the names that logging libraries give it: rows of {@code fields.tsv}. */
enum FieldRole {
    LEVEL,
    /** A number from 0 (emergency) to 7 (debug). */
    LEVEL_SYSLOG,
    /** A number from 1 to 24. */
    LEVEL_OTLP,
    /** A number from 10 to 50. */
    LEVEL_PYTHON,
    /** A number from 5000 to 40000. */
    LEVEL_LOGBACK,
    /** A number from 0 (verbose) to 4 (critical). */
    LEVEL_AZURE,
    MESSAGE,
    /** What is the message where no field is it. */
    HEADLINE,
    TIME,
    LOGGER,
    THREAD,
    SERVICE,
    ENVIRONMENT,
    STACK,
    /** What the error under the message says. */
    CAUSE,
    CAUSE_TYPE,
    CORRELATION,
    SCENARIO,
    RUN,
    NODE,
    USER,
    METHOD,
    PATH,
    STATUS,
    DURATION_MS,
    DURATION_S;

    private static final int SLOTS = 2_048;
    private static final int SHIFT = 21;
    private static final FieldRole[] ROLES = new FieldRole[SLOTS];
    private static final String[] NAMES = new String[SLOTS];
    private static final boolean[] NESTED = new boolean[SLOTS];
    /** A name nested deeper than this is read by its last words. */
    private static final int MAX_SUFFIXES = 4;

    static {
        for (String[] row : DataLines.read("/logs/fields.tsv", 3)) {
            for (String name : row[2].split(" ")) {
                enter(name, valueOf(row[0]), row[1].equals("any"));
            }
        }
    }

    private static void enter(String name, FieldRole role, boolean isNested) {
        int slot = slot(name, 0);
        while (NAMES[slot] != null && !NAMES[slot].equals(name)) {
            slot = slot + 1 & SLOTS - 1;
        }
        // Of a name in two rows, such as requesttime, the first is asked first and its value decides.
        if (NAMES[slot] == null) {
            NAMES[slot] = name;
            ROLES[slot] = role;
            NESTED[slot] = isNested;
        }
    }

    /** The role of a field, whatever its spelling: {@code log.level}, {@code @timestamp}, {@code requestId}; null for none. */
    static @Nullable FieldRole of(String field) {
        if (field.length() <= 3 && field.startsWith("@")) {
            return compact(field);
        }
        int slot = slotOf(field, 0);
        if (slot >= 0) {
            return ROLES[slot];
        }
        int dot = field.indexOf('.');
        for (int suffix = 0; dot >= 0 && suffix < MAX_SUFFIXES; suffix++) {
            int nested = slotOf(field, dot + 1);
            if (nested >= 0 && NESTED[nested]) {
                return ROLES[nested];
            }
            dot = field.indexOf('.', dot + 1);
        }
        return null;
    }

    /** The names that a compact event format has for its own fields. */
    private static @Nullable FieldRole compact(String field) {
        return switch (field) {
            case "@t" -> TIME;
            case "@l" -> LEVEL;
            case "@m" -> MESSAGE;
            case "@mt" -> HEADLINE;
            case "@x" -> STACK;
            case "@tr" -> CORRELATION;
            default -> null;
        };
    }

    /** The role of a word before an id, which may be a plural: {@code /runs/<uuid>}. */
    static @Nullable FieldRole ofWord(String word) {
        FieldRole role = of(word);
        return role == null && word.endsWith("s") ? of(word.substring(0, word.length() - 1)) : role;
    }

    /** The slot of the name that begins here, its case and whatever is no letter or digit aside; -1 for none. */
    private static int slotOf(String field, int from) {
        int slot = slot(field, from);
        while (NAMES[slot] != null) {
            if (isName(field, from, NAMES[slot])) {
                return slot;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return -1;
    }

    private static int slot(String field, int from) {
        int hash = 0;
        for (int at = from; at < field.length(); at++) {
            int letter = normal(field.charAt(at));
            hash = letter == 0 ? hash : hash * 31 + letter;
        }
        return hash * 0x9e3779b1 >>> SHIFT;
    }

    private static boolean isName(String field, int from, String name) {
        int matched = 0;
        for (int at = from; at < field.length(); at++) {
            int letter = normal(field.charAt(at));
            if (letter == 0) {
                continue;
            }
            if (matched == name.length() || letter != name.charAt(matched)) {
                return false;
            }
            matched++;
        }
        return matched == name.length();
    }

    /** In lower case; 0 for what does not count. */
    private static int normal(char letter) {
        if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') {
            return letter;
        }
        if (letter >= 'A' && letter <= 'Z') {
            return letter + 32;
        }
        return letter < 0x80 || !Character.isLetterOrDigit(letter) ? 0 : letter;
    }
}
