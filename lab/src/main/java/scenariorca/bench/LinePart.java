package scenariorca.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the grammar of a message. Plain text stands for itself; {@code {ip}} is a value of that kind, {@code {=a|b}} one
 * of these values, <code>{/a|b}</code> one of these words, which belong to the message; {@code {list ip 1-4}} several values,
 * {@code {opt user}} a value or nothing, {@code {kv a={n} b={ip}}} fields in any order. {@code [?text]} may be missing, which
 * makes another message; {@code [~text]} may be missing, and the message is the same; {@code [+s]} is the ending of the
 * plural.
 */
sealed interface LinePart {
    /** As it stands. */
    record Text(String text) implements LinePart {}

    /** A value of a kind. */
    record Value(String kind) implements LinePart {}

    /**
     * One of several texts.
     *
     * @param isMessage whether the choice is part of what the message says
     */
    record Choice(List<String> texts, boolean isMessage) implements LinePart {
        public Choice {
            texts = List.copyOf(texts);
        }
    }

    /** From {@code least} to {@code most} values of a kind. */
    record Several(String kind, int least, int most) implements LinePart {}

    /** Fields in any order, each written {@code key=value}. */
    record Unordered(List<List<LinePart>> fields) implements LinePart {
        public Unordered {
            fields = List.copyOf(fields);
        }
    }

    /** What may be missing. */
    record Optional(List<LinePart> parts, Meaning meaning) implements LinePart {
        public Optional {
            parts = List.copyOf(parts);
        }
    }

    /** What it means that a part is missing. */
    enum Meaning {
        ANOTHER_MESSAGE,
        NOTHING,
        SINGULAR
    }

    Pattern KIND = Pattern.compile("[0-9a-z]+(?::[a-z]+)?");
    Pattern SEVERAL = Pattern.compile("list ([0-9a-z]+) (\\d+)-(\\d+)");

    /** The parts of a grammar; braces and brackets that are no part of it are text. */
    static List<LinePart> parse(String grammar) {
        var parts = new ArrayList<LinePart>();
        var text = new StringBuilder();
        for (int at = 0; at < grammar.length(); at++) {
            int close = close(grammar, at);
            List<LinePart> found = close < 0 ? List.of() : inside(grammar.substring(at, close + 1));
            if (found.isEmpty()) {
                text.append(grammar.charAt(at));
            } else {
                parts.add(new Text(text.toString()));
                text.setLength(0);
                parts.addAll(found);
                at = close;
            }
        }
        parts.add(new Text(text.toString()));
        return parts;
    }

    /** Where the bracket that opens there closes; -1 when none opens. */
    private static int close(String grammar, int from) {
        char open = grammar.charAt(from);
        if (open != '{' && open != '[') {
            return -1;
        }
        char end = open == '{' ? '}' : ']';
        int depth = 0;
        for (int at = from; at < grammar.length(); at++) {
            depth += grammar.charAt(at) == open ? 1 : grammar.charAt(at) == end ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static List<LinePart> inside(String bracketed) {
        String inner = bracketed.substring(1, bracketed.length() - 1);
        if (inner.isEmpty()) {
            return List.of();
        }
        String rest = inner.substring(1);
        if (bracketed.charAt(0) == '[') {
            return switch (inner.charAt(0)) {
                case '?' -> List.of(new Optional(parse(rest), Meaning.ANOTHER_MESSAGE));
                case '~' -> List.of(new Optional(parse(rest), Meaning.NOTHING));
                case '+' -> List.of(new Optional(parse(rest), Meaning.SINGULAR));
                default -> List.of();
            };
        }
        if (inner.charAt(0) == '=' || inner.charAt(0) == '/') {
            return List.of(new Choice(List.of(rest.split("\\|", -1)), inner.charAt(0) == '/'));
        }
        Matcher several = SEVERAL.matcher(inner);
        if (several.matches()) {
            return List.of(new Several(
                    several.group(1), Integer.parseInt(several.group(2)), Integer.parseInt(several.group(3))));
        }
        if (inner.startsWith("kv ")) {
            return List.of(new Unordered(List.of(inner.substring(3).split(" ")).stream()
                    .map(LinePart::parse)
                    .toList()));
        }
        if (inner.startsWith("opt ")) {
            return List.of(new Several(inner.substring(4), 0, 1));
        }
        return KIND.matcher(inner).matches() ? List.of(new Value(inner)) : List.of();
    }
}
