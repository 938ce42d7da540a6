package scenariorca.simulator.varied.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.varied.engine.Failure;
import scenariorca.simulator.varied.engine.FailureKind;
import scenariorca.simulator.varied.engine.Node;

/**
 * The words of a platform's errors, one data file each.
 *
 * @param word Example: german
 * @param trace language of its stack traces; null when it prints none
 * @param hasReason whether failed calculations and runs say why
 * @param hasLog whether its log does
 */
public record Voice(
        String word,
        Map<String, String> templates,
        @Nullable String trace,
        boolean hasReason,
        boolean hasLog) {
    /** All there are. */
    public static final List<String> WORDS = List.of(
            "named",
            "derived",
            "code",
            "values",
            "python",
            "java",
            "dotnet",
            "r",
            "german",
            "french",
            "spanish",
            "japanese",
            "status",
            "silent");

    public Voice {
        templates = Map.copyOf(templates);
    }

    /** The voice of this name. */
    public static Voice named(String word) {
        Map<String, String> templates = new HashMap<>();
        for (String line : lines(word)) {
            String[] parts = line.split("\t", 2);
            if (parts.length == 2 && !line.startsWith("#")) {
                templates.put(parts[0], parts[1]);
            }
        }
        return new Voice(
                word,
                templates,
                templates.get("@trace"),
                !"none".equals(templates.get("@reason")),
                !"none".equals(templates.get("@log")));
    }

    private static List<String> lines(String word) {
        try (InputStream in = Voice.class.getResourceAsStream("/simulator/voices/" + word + ".tsv")) {
            if (in == null) {
                throw new IllegalArgumentException("no voice is called " + word);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says of a failure at a node; null when there is nobody left to say anything. */
    public @Nullable String says(Node node, Failure failure) {
        if (failure.kind() == FailureKind.KILLED) {
            return null;
        }
        String template = templates.get(failure.kind().word());
        template = template == null ? templates.get("any") : template;
        if (template == null) {
            return null;
        }
        String text = template.replace("{node}", node.name())
                .replace("{type}", node.type())
                .replace("{quantity}", failure.facts().getOrDefault("quantity", node.quantity()));
        for (var fact : failure.facts().entrySet()) {
            text = text.replace('{' + fact.getKey() + '}', fact.getValue());
        }
        String path = failure.facts().get("path");
        return path == null ? text : text.replace("{key}", key(path));
    }

    /** The last key of a pointer that is no number. */
    private static String key(String path) {
        String[] steps = path.split("/");
        for (int i = steps.length - 1; i > 0; i--) {
            if (!steps[i].isEmpty() && !Character.isDigit(steps[i].charAt(0)) && !steps[i].equals("value")) {
                return steps[i];
            }
        }
        return path;
    }
}
