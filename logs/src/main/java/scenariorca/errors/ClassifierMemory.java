package scenariorca.errors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a classifier's state together from entries as they are kept: each a word and a JSON array. The words, and what the arrays
 * hold: {@code signature} [masked message, fingerprint], {@code message} and {@code finer} [retired fingerprint, current one],
 * {@code refinement} [masked message, type, code, [frames], fingerprint], {@code decision} [fingerprint, category, rule],
 * {@code edit} [id, kind, author, reason, [fingerprints], word, undone id, ISO time, category].
 */
public final class ClassifierMemory {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, String> signatures = new HashMap<>();
    private final Map<String, String> messageAliases = new HashMap<>();
    private final Map<String, String> finerAliases = new HashMap<>();
    private final List<ClassifierState.Refined> refinements = new ArrayList<>();
    private final Map<String, CategoryDecision> decisions = new HashMap<>();
    private final List<PatternEdit> edits = new ArrayList<>();

    /**
     * Takes one entry; edits come in the order in which they were made.
     *
     * @throws IllegalArgumentException when there is no such word
     */
    public void add(String word, String json) {
        JsonNode entry = MAPPER.readTree(json);
        switch (word) {
            case "signature" -> signatures.put(text(entry, 0), text(entry, 1));
            case "message" -> messageAliases.put(text(entry, 0), text(entry, 1));
            case "finer" -> finerAliases.put(text(entry, 0), text(entry, 1));
            case "refinement" ->
                refinements.add(new ClassifierState.Refined(
                        new Refinement(text(entry, 0), text(entry, 1), text(entry, 2), texts(entry.get(3))),
                        text(entry, 4)));
            case "decision" ->
                decisions.put(text(entry, 0), new CategoryDecision(category(text(entry, 1)), text(entry, 2)));
            case "edit" -> edits.add(edit(entry));
            default -> throw new IllegalArgumentException("no memory is called '" + word + "'");
        }
    }

    public ClassifierState state() {
        var patterns =
                new PatternState(PatternState.ALGORITHM, signatures, new Aliases(messageAliases), List.copyOf(edits));
        return new ClassifierState(patterns, refinements, new Aliases(finerAliases), decisions);
    }

    private static PatternEdit edit(JsonNode entry) {
        String id = text(entry, 0);
        List<String> fingerprints = texts(entry.get(4));
        var author = new PatternEdit.Author(text(entry, 2), Instant.parse(text(entry, 7)), text(entry, 3));
        return switch (text(entry, 1)) {
            case "merge" -> new PatternEdit.Merge(id, author, Set.copyOf(fingerprints));
            case "split" ->
                new PatternEdit.Split(
                        id, author, fingerprints.get(0), entry.get(5).asInt());
            case "category" -> new PatternEdit.Category(id, author, fingerprints.get(0), category(text(entry, 8)));
            default -> new PatternEdit.Undo(id, author, text(entry, 6));
        };
    }

    private static ErrorCategory category(String word) {
        return ErrorCategory.of(word.toLowerCase(Locale.ROOT)).orElse(ErrorCategory.UNCATEGORIZED);
    }

    private static String text(JsonNode entry, int at) {
        return entry.get(at).asString();
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).toList();
    }
}
