package scenariorca.errors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words of other languages than English that say which kind of error it is, from {@code categories-languages.tsv}. */
final class SpokenRules {
    private static final String NOT = "not";
    private static final int LOOK_BACK_CHARS = 24;

    private final List<CategoryRule> rules;
    private final Map<String, Pattern> negations;

    private SpokenRules(List<CategoryRule> rules, Map<String, Pattern> negations) {
        this.rules = List.copyOf(rules);
        this.negations = Map.copyOf(negations);
    }

    static final SpokenRules NONE = of(List.of());

    /** @param rows language, category and expression */
    static SpokenRules of(List<String[]> rows) {
        var rules = new ArrayList<CategoryRule>();
        var negations = new HashMap<String, Pattern>();
        for (String[] row : rows) {
            if (row[1].equals(NOT)) {
                negations.put(row[0], Pattern.compile("(?<!\\p{L})(?:" + row[2] + ") (?:\\p{L}+ )?$"));
            } else {
                rules.add(rule(row));
            }
        }
        return new SpokenRules(rules, negations);
    }

    private static CategoryRule rule(String[] row) {
        // Chinese, Japanese and Korean have no blanks between words.
        boolean isJoined = row[2].codePoints().anyMatch(letter -> letter >= 0x3040);
        String expression = isJoined ? row[2] : "(?<!\\p{L})(?:" + row[2] + ")(?!\\p{L})";
        ErrorCategory category = ErrorCategory.of(row[1])
                .orElseThrow(
                        () -> new IllegalStateException("category rules of languages: unknown category " + row[1]));
        return new CategoryRule("language", row[0] + "." + row[1], category, Pattern.compile(expression), null);
    }

    /** @param text in small letters */
    Optional<CategoryRule> find(String text) {
        return rules.stream().filter(rule -> speaks(rule, text)).findFirst();
    }

    private boolean speaks(CategoryRule rule, String text) {
        Matcher matcher = rule.expression().matcher(text);
        @Nullable
        Pattern negation = negations.get(rule.name().substring(0, rule.name().indexOf('.')));
        while (matcher.find()) {
            String before = text.substring(Math.max(0, matcher.start() - LOOK_BACK_CHARS), matcher.start());
            if (negation == null || !negation.matcher(before).find()) {
                return true;
            }
        }
        return false;
    }
}
