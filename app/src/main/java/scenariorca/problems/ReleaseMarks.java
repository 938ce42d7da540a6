package scenariorca.problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds releases in log messages, by the rules of {@code release-marks.tsv}. */
public final class ReleaseMarks {
    private static final String RESOURCE = "/problems/release-marks.tsv";
    private static final String VERSION =
            "(?<version>v?\\d++(?:[._]\\d++)++(?:[-+][\\w.]*\\w)?|v\\d+|[0-9a-f]{7,40}(?![\\w-])|build[-_]?\\d+)(?!\\s*(?:%s)\\b)";
    private static final String SERVICE =
            "(?<![\\w.-])[\"'`]?(?<service>(?!(?:%s)\\b)[A-Za-z][\\w.-]*[A-Za-z0-9])[\"'`]?";
    private static final int COLUMNS = 4;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private final Set<String> noServices = new LinkedHashSet<>();
    private final Set<String> units = new LinkedHashSet<>();
    private final List<Rule> never = new ArrayList<>();
    private final List<Rule> marks = new ArrayList<>();
    private final Set<String> hints = new LinkedHashSet<>();

    private record Rule(String name, Pattern expression) {}

    /**
     * A release that a line tells of.
     *
     * @param release its name, as written. Example: 2026.47.0
     * @param service what was released; empty when the line does not say
     * @param rule the rule that found it
     */
    public record Mark(String release, String service, String rule) {}

    private ReleaseMarks(String table) {
        table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("kind\t"))
                .forEach(this::add);
    }

    /** The rules that come with the product. */
    public static ReleaseMarks standard() {
        try (InputStream in = Objects.requireNonNull(ReleaseMarks.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new ReleaseMarks(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(
                    "%s: a line has %d columns, not %d: %s".formatted(RESOURCE, cells.length, COLUMNS, line));
        }
        switch (cells[0]) {
            case "nothing" -> noServices.add(cells[3]);
            case "unit" -> units.add(cells[3]);
            case "never" -> never.add(rule(cells));
            case "mark" -> {
                marks.add(rule(cells));
                hints.addAll(List.of(cells[2].split("\\|")));
            }
            default -> throw new IllegalArgumentException("%s: unknown kind %s".formatted(RESOURCE, cells[0]));
        }
    }

    private Rule rule(String[] cells) {
        String expression = cells[3].replace("{version}", VERSION.formatted(String.join("|", units)))
                .replace("{service}", SERVICE.formatted(String.join("|", noServices)));
        return new Rule(cells[1], Pattern.compile(expression, FLAGS));
    }

    /** Lower-case texts one of which a line has that tells of a release. */
    public Set<String> hints() {
        return Set.copyOf(hints);
    }

    /** Empty when the message tells of no release. */
    public Optional<Mark> in(String message) {
        for (Rule rule : marks) {
            Matcher matcher = rule.expression().matcher(message);
            if (matcher.find()) {
                return isNever(message)
                        ? Optional.empty()
                        : Optional.of(new Mark(matcher.group("version"), service(rule, matcher), rule.name()));
            }
        }
        return Optional.empty();
    }

    private boolean isNever(String message) {
        return never.stream()
                .anyMatch(rule -> rule.expression().matcher(message).find());
    }

    private static String service(Rule rule, Matcher matcher) {
        boolean isNamed = rule.expression().namedGroups().containsKey("service");
        String service = isNamed ? matcher.group("service") : null;
        return service == null ? "" : service;
    }
}
