package scenariorca.powerbi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A copy of the project that says the same as another program might write it: other orders, other line ends. */
final class ShuffledProject {
    private static final String LINE_END = "\r\n";

    private final Random random;

    private ShuffledProject(Random random) {
        this.random = random;
    }

    /** Below {@code target}; the seed is part of the folder's name. */
    static Path copy() {
        long seed = new Random().nextLong();
        Path copy = Path.of("target", "powerbi-shuffled-" + seed);
        try (var walk = Files.walk(Star.COMMITTED)) {
            var shuffled = new ShuffledProject(new Random(seed));
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(Star.COMMITTED.resolve("checks")))
                    .sorted()
                    .toList()) {
                Path target = copy.resolve(Star.COMMITTED.relativize(file));
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.writeString(target, shuffled.text(file.toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return copy;
    }

    private String text(String name, String text) {
        if (name.endsWith(".json")) {
            return Json.write(shuffle(Json.read(text)));
        }
        return name.endsWith(".tmdl")
                ? write(Tmdl.read(text), "")
                : text.lines().collect(Collectors.joining(LINE_END));
    }

    private JsonNode shuffle(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            Collections.shuffle(names, random);
            for (String name : names) {
                JsonNode value = Objects.requireNonNull(object.remove(name));
                object.set(name, value);
            }
        }
        node.values().forEach(this::shuffle);
        return node;
    }

    private String write(List<Tmdl> nodes, String indent) {
        List<Tmdl> order = new ArrayList<>(nodes);
        Collections.shuffle(order, random);
        var text = new StringBuilder();
        for (Tmdl node : order) {
            if (!node.description().isEmpty()) {
                text.append(indent).append("/// ").append(node.description()).append(LINE_END);
            }
            text.append(indent).append(node.head()).append(LINE_END);
            if (node.head().endsWith("=")) {
                node.value()
                        .lines()
                        .forEach(line ->
                                text.append(indent).append("\t\t").append(line).append(LINE_END));
            }
            text.append(write(node.children(), indent + "\t")).append(LINE_END);
        }
        return text.toString();
    }
}
