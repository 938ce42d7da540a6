package scenariorca.powerbi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A node of a TMDL file: an object with a name, a property with a value, or a flag; below it what is indented deeper.
 *
 * @param head the line itself, without indentation
 * @param keyword Example: column
 * @param name of an object, without quotes; empty for a property
 * @param value of a property, or the expression of an object; empty without one
 * @param description the lines of three slashes above
 */
record Tmdl(String head, String keyword, String name, String value, String description, List<Tmdl> children) {
    private static final Pattern PROPERTY = Pattern.compile("(\\w+):\\s*(.*)");
    private static final Pattern OBJECT =
            Pattern.compile("((?:ref )?\\w+) ('(?:[^']|'')*'|[^\\s='`]+)(?:\\s*=\\s*(.*))?");
    private static final Pattern EXPRESSION = Pattern.compile("(\\w+)\\s*=\\s*(.*)");
    private static final String FENCE = "```";

    /** The nodes of a file that stand at its left edge. */
    static List<Tmdl> read(String text) {
        var root = new ArrayList<Tmdl>();
        Deque<List<Tmdl>> open = new ArrayDeque<>(List.of(root));
        var description = new ArrayList<String>();
        List<String> lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.startsWith("///")) {
                description.add(line.substring(3).strip());
            } else if (!line.isEmpty()) {
                int depth = depth(lines.get(at));
                List<String> block = block(lines, at);
                at += block.size();
                while (open.size() > depth + 1) {
                    open.pop();
                }
                Tmdl node = of(line, block, String.join(" ", description));
                description.clear();
                open.getFirst().add(node);
                open.push(node.children());
            }
        }
        return root;
    }

    /** The lines of an expression that begins below its head: those as deep as the first of them, or up to its fence. */
    private static List<String> block(List<String> lines, int at) {
        String head = lines.get(at).strip();
        boolean isFenced = head.endsWith(FENCE);
        if (!isFenced && !head.endsWith("=")) {
            return List.of();
        }
        List<String> below = lines.subList(at + 1, lines.size());
        if (isFenced) {
            return below.subList(0, below.stream().map(String::strip).toList().indexOf(FENCE) + 1);
        }
        int depth = depth(below.getFirst());
        return below.stream()
                .takeWhile(line -> line.isBlank() || depth(line) >= depth)
                .toList();
    }

    private static Tmdl of(String head, List<String> block, String description) {
        String expression = block.stream()
                .filter(line -> !line.strip().equals(FENCE))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .stripIndent()
                .strip();
        for (Pattern pattern : List.of(PROPERTY, OBJECT, EXPRESSION)) {
            Matcher found = pattern.matcher(head);
            if (found.matches()) {
                boolean isObject = pattern == OBJECT;
                String value = Optional.ofNullable(found.group(isObject ? 3 : 2))
                        .map(inline -> inline.replace(FENCE, ""))
                        .orElse("");
                return new Tmdl(
                        head,
                        found.group(1),
                        isObject ? plain(found.group(2)) : "",
                        value.isEmpty() ? expression : value,
                        description,
                        new ArrayList<>());
            }
        }
        return new Tmdl(head, head, "", "", description, new ArrayList<>());
    }

    private static int depth(String line) {
        return (int) line.chars().takeWhile(character -> character == '\t').count();
    }

    /** A name without the quotes around it. */
    static String plain(String name) {
        return name.startsWith("'") ? name.substring(1, name.length() - 1).replace("''", "'") : name;
    }

    Stream<Tmdl> all(String wanted) {
        return children.stream().filter(child -> child.keyword().equals(wanted));
    }

    /** The value of a property; empty without it. */
    String property(String wanted) {
        return all(wanted).map(Tmdl::value).findFirst().orElse("");
    }

    /** Whether a flag is set: it stands there, alone or as true. */
    boolean is(String flag) {
        return all(flag).anyMatch(found -> !found.value().equals("false"));
    }
}
