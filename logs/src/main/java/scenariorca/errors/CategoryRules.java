package scenariorca.errors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Decides the category of an error text: exception class, then words that leave no doubt, then codes, then the classes and
 * words that leave some.
 */
public final class CategoryRules {
    private static final String RESOURCE = "/errors/categories.tsv";
    private static final Set<String> STAGES =
            Set.of("exception", "proof", "sqlstate", "grpc", "errno", "http", "wrapper", "words", "weak");
    private static final String LANGUAGES = "/errors/categories-languages.tsv";
    private static final String HEADER = "stage\t";

    /** Raised with every change that gives a text another category although the rules stay. */
    private static final int ALGORITHM = 1;

    private final List<CategoryRule> rules;
    private final SpokenRules spoken;
    private final String fingerprint;

    private CategoryRules(List<CategoryRule> rules, SpokenRules spoken, String fingerprint) {
        this.rules = List.copyOf(rules);
        this.spoken = spoken;
        this.fingerprint = fingerprint;
    }

    /** The rules that come with the product. */
    public static CategoryRules standard() {
        InputStream resource = CategoryRules.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException("category rules are not in the program: " + RESOURCE);
        }
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            List<String[]> languages = DataLines.read(LANGUAGES, 3);
            CategoryRules own = parse(reader.lines().toList());
            String all = own.fingerprint
                    + languages.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
            return new CategoryRules(own.rules, SpokenRules.of(languages), Fingerprint.of(all));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException when a line is no rule; the message names the line and the mistake */
    public static CategoryRules parse(List<String> lines) {
        var rules = new ArrayList<CategoryRule>();
        var text = new StringBuilder().append(ALGORITHM);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith(HEADER)) {
                rules.add(rule(line, number));
                text.append('\n').append(line.stripTrailing());
            }
        }
        return new CategoryRules(rules, SpokenRules.NONE, Fingerprint.of(text.toString()));
    }

    private static CategoryRule rule(String line, int number) {
        String[] columns = line.split("\t", -1);
        if (columns.length < 4) {
            throw new IllegalArgumentException("category rules, line " + number
                    + ": expected stage, rule, category, expression separated by tabs, found " + columns.length
                    + " columns");
        }
        if (!STAGES.contains(columns[0])) {
            throw new IllegalArgumentException("category rules, line " + number + ": unknown stage '" + columns[0]
                    + "'; use one of " + STAGES.stream().sorted().toList());
        }
        ErrorCategory category = ErrorCategory.of(columns[2])
                .orElseThrow(() -> new IllegalArgumentException(
                        "category rules, line " + number + ": unknown category '" + columns[2] + "'"));
        try {
            boolean isWords = columns[0].equals("words") || columns[0].equals("proof");
            Pattern expression = Pattern.compile(isWords ? "\\b(?:" + columns[3] + ")" : columns[3]);
            Pattern unless = columns.length > 4 && !columns[4].isEmpty() ? Pattern.compile(columns[4]) : null;
            return new CategoryRule(columns[0], columns[1], category, expression, unless);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("category rules, line " + number + ": " + wrong.getDescription(), wrong);
        }
    }

    /** Changes with every rule, but not with comments. */
    String fingerprint() {
        return fingerprint;
    }

    /** The category of one error text. Never throws. */
    public CategoryDecision decide(String text) {
        return decide(text, text);
    }

    /** As {@link #decide(String)}, with the text's pattern, whose words count before those of the text. */
    CategoryDecision decide(String text, String pattern) {
        List<ErrorCodes.Code> codes = ErrorCodes.codes(text);
        return byException("exception", text)
                .or(() -> byWords("proof", text))
                .or(() -> byCode(codes))
                .or(() -> byException("wrapper", text))
                .or(() -> byWords("words", pattern))
                .or(() -> byWords("words", text))
                .or(() -> spoken.find(lower(text)))
                .or(() -> byWeakCode(codes))
                .map(rule -> new CategoryDecision(rule.category(), rule.id()))
                .orElse(CategoryDecision.NONE);
    }

    /** The error code in the text that makes one pattern several errors; empty when there is none. Example: {@code http 503}. */
    String code(String text) {
        return ErrorCodes.codes(text).stream()
                .findFirst()
                .map(code -> code.kind() + " " + code.value())
                .orElse("");
    }

    private Optional<CategoryRule> byException(String stage, String text) {
        return ErrorCodes.exceptions(text).stream()
                .flatMap(name -> rules.stream()
                        .filter(rule -> rule.stage().equals(stage) && rule.names(name))
                        .limit(1))
                .findFirst();
    }

    private Optional<CategoryRule> byCode(List<ErrorCodes.Code> codes) {
        return codes.stream()
                .flatMap(code -> rules.stream()
                        .filter(rule -> rule.stage().equals(code.kind()) && rule.names(code.value()))
                        .limit(1))
                .findFirst();
    }

    private Optional<CategoryRule> byWeakCode(List<ErrorCodes.Code> codes) {
        return rules.stream()
                .filter(rule -> rule.stage().equals("weak")
                        && codes.stream().anyMatch(code -> code.kind().equals("http") && rule.names(code.value())))
                .findFirst();
    }

    private static String lower(String text) {
        return ErrorCodes.bounded(text).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private Optional<CategoryRule> byWords(String stage, String text) {
        String lower = lower(text);
        return rules.stream()
                .filter(rule -> rule.stage().equals(stage) && rule.speaksOf(lower))
                .findFirst();
    }
}
