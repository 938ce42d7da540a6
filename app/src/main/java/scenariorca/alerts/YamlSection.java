package scenariorca.alerts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/**
 * A mapping in a YAML file, which knows its place: whatever is wrong is said with the line and the key. Values are texts as
 * written; {@code ${NAME}} in one stands for a setting.
 */
final class YamlSection {
    private static final long MOST_BYTES = 1_000_000;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*([smhd])");

    private final Source source;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** Where sections come from. */
    private record Source(Path file, Function<String, Optional<String>> settings) {
        RcaException wrong(int line, String what) {
            return new RcaException(
                    ErrorCode.CONFIGURATION, "%s line %d: %s".formatted(file.getFileName(), line, what));
        }
    }

    private YamlSection(Source source, String path, Node node) {
        this.source = source;
        this.path = path;
        this.line = line(node);
        if (!(node instanceof MappingNode mapping)) {
            throw source.wrong(line, named("") + " must be made of lines such as \"name: value\"");
        }
        mapping.getValue().forEach(tuple -> {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, tuple.getValueNode()) != null) {
                throw source.wrong(line(tuple.getKeyNode()), named(key) + " stands there twice; remove one");
            }
        });
    }

    /** @throws RcaException CONFIGURATION when it cannot be read, is no YAML, or no mapping */
    static YamlSection read(Path file, Function<String, Optional<String>> settings) {
        var source = new Source(file, settings);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw source.wrong(1, "the file is larger than 1 MB; it should hold a few channels");
            }
            Node root = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .compose(new java.io.StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            if (root == null) {
                throw source.wrong(1, "the file is empty; it must begin with \"channels:\"");
            }
            return new YamlSection(source, "", root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw source.wrong(line, "this is no YAML: " + e.getProblem());
        } catch (YAMLException | StackOverflowError e) {
            throw source.wrong(
                    1,
                    "this is no YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new RcaException(ErrorCode.CONFIGURATION, file + " cannot be read as UTF-8 text", e);
        }
    }

    /** @throws RcaException CONFIGURATION when there is a key that is none of these */
    void allowOnly(List<String> keys) {
        values.forEach((key, node) -> {
            if (!keys.contains(key)) {
                throw source.wrong(
                        line(node),
                        "%s is no setting here; there are %s".formatted(named(key), String.join(", ", keys)));
            }
        });
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether the value is one text. */
    boolean isText(String key) {
        return values.get(key) instanceof ScalarNode;
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(node -> scalar(key, node));
    }

    String needed(String key) {
        return text(key).orElseThrow(() -> source.wrong(line, named(key) + " is missing"));
    }

    /** One text, or a list of them. */
    List<String> texts(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(scalar(key, node));
        }
        return sequence.getValue().stream().map(item -> scalar(key, item)).toList();
    }

    int number(String key, int otherwise, int min, int max) {
        String text = text(key).orElse(null);
        return text == null ? otherwise : number(key, text, min, max);
    }

    List<Integer> numbers(String key, List<Integer> otherwise, int min, int max) {
        return has(key)
                ? texts(key).stream().map(text -> number(key, text, min, max)).toList()
                : otherwise;
    }

    private int number(String key, String text, int min, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below with the range, as a number out of it is
        }
        throw wrong(key, text, "a whole number from %d to %d".formatted(min, max));
    }

    /** Such as 90s, 30m, 2h, 1d. */
    Duration duration(String key, Duration otherwise) {
        String text = text(key).orElse(null);
        if (text == null) {
            return otherwise;
        }
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw wrong(key, text, "a length of time such as 90s, 30m, 2h or 1d");
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** What a text of this key means. @param expected said when {@code meaning} throws */
    <T> T parsed(String key, String expected, Function<String, T> meaning) {
        String text = needed(key);
        try {
            return meaning.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw wrong(key, text, expected);
        }
    }

    @Nullable
    YamlSection section(String key) {
        Node node = values.get(key);
        return node == null ? null : new YamlSection(source, named(key), node);
    }

    List<YamlSection> sections(String key) {
        Node node = values.get(key);
        if (!(node instanceof SequenceNode sequence)) {
            throw source.wrong(
                    node == null ? line : line(node), named(key) + " must be a list, each item after a \"-\"");
        }
        var list = new ArrayList<YamlSection>();
        for (Node item : sequence.getValue()) {
            list.add(new YamlSection(source, "%s[%d]".formatted(named(key), list.size()), item));
        }
        return list;
    }

    /** A wrong value, which is shown only where it was written in the file: a setting's may be a secret. */
    RcaException wrong(String key, String value, String expected) {
        Node node = values.get(key);
        boolean isVariable = node instanceof ScalarNode written
                && VARIABLE.matcher(written.getValue()).find();
        String shown = node instanceof ScalarNode written && isVariable ? written.getValue() : value;
        return source.wrong(
                node == null ? line : line(node), "%s is \"%s\"; it must be %s".formatted(named(key), shown, expected));
    }

    /** Anything else that is wrong with a key. */
    RcaException wrong(String key, String what) {
        Node node = values.get(key);
        return source.wrong(node == null ? line : line(node), named(key) + " " + what);
    }

    private String scalar(String key, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw source.wrong(line(node), named(key) + " must be a text, not a list or a mapping");
        }
        Matcher variables = VARIABLE.matcher(scalar.getValue());
        return variables
                .replaceAll(found -> Matcher.quoteReplacement(source.settings()
                        .apply(found.group(1))
                        .orElseThrow(() -> source.wrong(
                                line(node),
                                "%s needs %s, which is not set; set it in .env or the environment"
                                        .formatted(named(key), found.group(1))))))
                .strip();
    }

    private String named(String key) {
        return path.isEmpty() ? key.isEmpty() ? "the file" : key : key.isEmpty() ? path : path + "." + key;
    }

    private static int line(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }
}
