package scenariorca.errors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How one language prints stack traces: which lines can be part of one, and what they say. Rows of {@code traces.tsv}. */
final class TraceGrammar {
    private static final String RESOURCE = "/errors/traces.tsv";
    private static final String LAST_DECIDES = "last";
    private static final String LOOSE = "loose";
    private static final String HINT = "hint";
    /** A line longer than this is no line of a trace. */
    private static final int MAX_CHARS = 2_000;

    /** What a line is within a trace. */
    enum Role {
        HEAD,
        CAUSE,
        CLOSE,
        FRAME,
        PLACE,
        CHAIN,
        INNER,
        END,
        NEXT
    }

    private static final List<String> HINTS = new ArrayList<>();
    private static final List<TraceGrammar> ALL = read();

    private final String language;
    private final List<Rule> rules = new ArrayList<>();
    private boolean isLastDeciding;
    private boolean isLoose;

    private TraceGrammar(String language) {
        this.language = language;
    }

    private record Rule(Role role, Pattern expression) {
        boolean has(String group) {
            return expression.pattern().contains("(?<" + group + ">");
        }
    }

    /**
     * A line that has a role in a trace.
     *
     * @param type class of an exception; null when the line names none
     * @param said what the exception says; null when it says nothing
     * @param call the function of a frame; null when the line has none
     * @param file the file of a frame; null when the line has none
     */
    record Line(
            Role role,
            @Nullable String type,
            @Nullable String said,
            @Nullable String call,
            @Nullable String file) {}

    static List<TraceGrammar> all() {
        return ALL;
    }

    static TraceGrammar of(String language) {
        return ALL.stream()
                .filter(grammar -> grammar.language.equals(language))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a line can begin a trace in any language: cheap, and no for most. */
    static boolean mayBeHead(String line) {
        if (line.length() > MAX_CHARS || line.isEmpty()) {
            return false;
        }
        char last = line.charAt(line.length() - 1);
        if (last >= '0' && last <= '9' && line.indexOf(' ') < 0 && line.lastIndexOf(':') > 0) {
            return true; // a file and a line number
        }
        for (String hint : HINTS) {
            if (line.contains(hint)) {
                return true;
            }
        }
        return false;
    }

    String language() {
        return language;
    }

    /** Whether the exception printed last says which error it is; else the one printed first does. */
    boolean isLastDeciding() {
        return isLastDeciding;
    }

    /** Whether its frames say which language it is, also without a head. */
    boolean isLoose() {
        return isLoose;
    }

    /** The line as one of these roles; null when it is none of them. */
    @Nullable
    Line match(String line, Role first, Role... others) {
        if (line.length() > MAX_CHARS) {
            return null;
        }
        for (Rule rule : rules) {
            if (rule.role == first || List.of(others).contains(rule.role)) {
                Matcher matcher = rule.expression.matcher(line);
                if (matcher.lookingAt()) {
                    return new Line(
                            rule.role,
                            group(rule, matcher, "type"),
                            group(rule, matcher, "said"),
                            group(rule, matcher, "call"),
                            group(rule, matcher, "file"));
                }
            }
        }
        return null;
    }

    private static @Nullable String group(Rule rule, Matcher matcher, String name) {
        return rule.has(name) ? matcher.group(name) : null;
    }

    private static List<TraceGrammar> read() {
        Map<String, TraceGrammar> grammars = new LinkedHashMap<>();
        for (String[] row : DataLines.read(RESOURCE, 3)) {
            if (row[1].equals(HINT)) {
                HINTS.add(row[2]);
                continue;
            }
            TraceGrammar grammar = grammars.computeIfAbsent(row[0], TraceGrammar::new);
            switch (row[1]) {
                case LAST_DECIDES -> grammar.isLastDeciding = true;
                case LOOSE -> grammar.isLoose = true;
                default ->
                    grammar.rules.add(new Rule(Role.valueOf(row[1].toUpperCase(Locale.ROOT)), Pattern.compile(row[2])));
            }
        }
        return List.copyOf(grammars.values());
    }
}
