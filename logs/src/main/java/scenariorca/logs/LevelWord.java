package scenariorca.logs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The level at the start of a text, in the ways that loggers mark it.
 *
 * @param severity what it means
 * @param logger the module named with it, as in {@code [core:error]}; null without one
 * @param end where the text goes on
 */
record LevelWord(Severity severity, @Nullable String logger, int end) {
    private static final String WORDS =
            "trace|trc|trce|debug|dbg|dbug|info|inf|information|notice|warn|wrn|warning|error|err|eror|fail|severe|fatal|ftl|critical|crit|crt|alert|emerg|emergency|panic|dpanic|verbose|vrb|fine|finer|finest|success";
    private static final Pattern LEVEL = Pattern.compile("^(?:"
            + "[\\[(<{|]\\s{0,5}(?<boxed>(?i:" + WORDS + "|note|system|log))\\s{0,5}[\\])>}|]:?"
            + "|[|]?\\s{0,5}(?<bare>TRACE|TRC|DEBUG|DBG|INFO|INF|INFORMATION|NOTICE|WARN|WRN|WARNING|ERROR|ERR|SEVERE|FATAL|FTL|CRITICAL|CRIT|CRT|ALERT|EMERG|PANIC|DPANIC|VERBOSE|FINE|FINER|FINEST|SUCCESS)[\\])>|]?:?(?=\\s|:|$|\\[|\\|)"
            + "|(?!Error:|[Pp]anic:)(?<named>(?i:" + WORDS + ")):(?=\\s|$)"
            + "|(?<letter>[EWIDT])! "
            + ")");
    private static final String[] GROUPS = {"bare", "boxed", "named", "letter"};
    /** A level in lower case without brackets, which only a line with a time has. */
    private static final Pattern LOWER =
            Pattern.compile("^(" + WORDS + ")(?=\\t| {2,}| \\[|\\|| - | [\\w$]{1,40}[./][\\w$./]{1,80}[ \\t:])");

    private static final Pattern MODULE =
            Pattern.compile("^\\[(\\w{1,40}):(emerg|alert|crit|error|warn|notice|info|debug|trace)\\d?\\]");
    /** A letter before the name of a component and a thread. */
    private static final Pattern LETTER =
            Pattern.compile("^(?:([FEWID])[1-5]?\\s{1,3}(?=[A-Z]{2,10}\\s+\\[|-\\s+\\[)|([EWIDT])! )");

    /** @param hasTime whether the line has named its time before; null is returned when no level stands here */
    static @Nullable LevelWord at(String text, boolean hasTime) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.charAt(0) == '[') {
            Matcher module = MODULE.matcher(text);
            if (module.lookingAt()) {
                return of(module.group(2), module.group(1), module.end());
            }
        }
        @Nullable LevelWord word = Severity.mayStart(text) ? word(text, hasTime) : null;
        word = word == null ? SpokenLevels.at(text) : word;
        return word == null && hasTime ? letter(text) : word;
    }

    /** Whether a level stands here that needs no time before it. */
    static boolean isAt(String text) {
        return Severity.mayStart(text) && LEVEL.matcher(text).lookingAt();
    }

    private static @Nullable LevelWord word(String text, boolean hasTime) {
        Matcher level = LEVEL.matcher(text);
        if (!level.lookingAt()) {
            Matcher lower = LOWER.matcher(text);
            return hasTime && lower.lookingAt() ? of(lower.group(1), null, lower.end()) : null;
        }
        for (String group : GROUPS) {
            if (level.group(group) != null) {
                return of(level.group(group), null, level.end());
            }
        }
        return null;
    }

    private static @Nullable LevelWord letter(String text) {
        char first = text.charAt(0);
        Matcher letter = LETTER.matcher(text);
        if (first < 'D' || first > 'W' || !letter.lookingAt()) {
            return null;
        }
        return of(letter.group(1) == null ? letter.group(2) : letter.group(1), null, letter.end());
    }

    private static @Nullable LevelWord of(String word, @Nullable String logger, int end) {
        return Severity.of(word)
                .map(severity -> new LevelWord(severity, logger, end))
                .orElse(null);
    }
}
