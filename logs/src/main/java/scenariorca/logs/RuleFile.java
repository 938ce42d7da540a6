package scenariorca.logs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads redaction rules: those of the product, from {@code redaction-rules.txt}, and those of an installation. */
final class RuleFile {
    /** One rule as it is written, with its examples. */
    record Entry(Map<String, String> lines, List<String> hits, List<String> misses) {
        String text(String name) {
            return lines.getOrDefault(name, "");
        }

        List<String> words(String name) {
            String text = text(name);
            return text.isEmpty()
                    ? List.of()
                    : java.util.Arrays.stream(text.split(" "))
                            .map(word -> word.replace("\\s", " "))
                            .toList();
        }
    }

    private RuleFile() {}

    /** The rules of the product, in their order. */
    static List<Entry> standard() {
        return entries(Resource.lines("redaction-rules.txt"));
    }

    static List<Entry> entries(List<String> lines) {
        var entries = new ArrayList<Entry>();
        var entry = new Entry(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (String line : lines) {
            if (line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(": ");
            if (line.isBlank()) {
                entry = new Entry(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
            } else if (colon < 0) {
                throw new IllegalArgumentException("redaction rules: no name and value in \"" + line + "\"");
            } else {
                if (entry.lines().isEmpty()) {
                    entries.add(entry);
                }
                String value = line.substring(colon + 2);
                switch (line.substring(0, colon)) {
                    case "hit" -> entry.hits().add(value);
                    case "miss" -> entry.misses().add(value);
                    default -> entry.lines().put(line.substring(0, colon), value);
                }
            }
        }
        return entries;
    }

    static RedactionRule rule(Entry entry, RuleGate gate, RedactionWords words) {
        return switch (entry.text("find")) {
            case "(assignments)" -> new Assignments(words, kinds());
            case "(columns)" -> new ColumnValues(words, gate);
            case "(vendors)" -> new VendorTokens();
            case "(table)" -> new TableColumns(words);
            case "(tokens)" -> new LooseTokens(words);
            default ->
                new ExpressionRule(
                        entry.text("kind"),
                        gate,
                        entry.words("near"),
                        entry.text("anchor"),
                        Pattern.compile(entry.text("find")),
                        check(entry.text("check")));
        };
    }

    /** The kinds of all rules of the product. */
    static Set<String> kinds() {
        var kinds = new TreeSet<>(Set.of("name", "birth_date", "unsettled"));
        standard().forEach(entry -> kinds.add(entry.text("kind")));
        return kinds;
    }

    private static Predicate<String> check(String name) {
        if (name.isEmpty()) {
            return any -> true;
        }
        return Checks.named(name)
                .orElseThrow(() -> new IllegalArgumentException("redaction rules: there is no check \"" + name + "\""));
    }

    /** Rules of an installation: one a line, {@code kind<TAB>regular expression}; empty lines and {@code #} are skipped. */
    static List<ExpressionRule> own(List<String> lines) {
        var rules = new ArrayList<ExpressionRule>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t", 2);
            if (columns.length < 2 || !columns[0].matches("[a-z][a-z0-9_]{0,30}") || columns[1].isBlank()) {
                throw new IllegalArgumentException("redaction rules, line " + number
                        + ": expected a kind in lower case, a tab and a regular expression");
            }
            try {
                String marker = "[" + columns[0] + "]";
                rules.add(new ExpressionRule(
                        columns[0],
                        RuleGate.NONE,
                        List.of(),
                        "",
                        Pattern.compile(columns[1]),
                        value -> !value.equals(marker)));
            } catch (PatternSyntaxException wrong) {
                throw new IllegalArgumentException(
                        "redaction rules, line " + number + ": " + wrong.getDescription(), wrong);
            }
        }
        return rules;
    }
}
