package scenariorca.errors;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The edits that hold, as a function from a template to the pattern shown for it. */
final class PatternEdits {
    private final Map<String, Set<Integer>> splits = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();

    PatternEdits(List<PatternEdit> log, Aliases aliases) {
        Set<String> undone = undone(log);
        for (PatternEdit edit : log) {
            if (undone.contains(edit.id())) {
                continue;
            }
            if (edit instanceof PatternEdit.Merge merge) {
                merge(merge, aliases);
            } else if (edit instanceof PatternEdit.Split split) {
                splits.computeIfAbsent(aliases.resolve(split.fingerprint()), none -> new HashSet<>())
                        .add(split.word());
            }
        }
    }

    /** The categories given by hand that hold, by current fingerprint; of several for one pattern the latest. */
    static Map<String, CategoryDecision> categories(List<PatternEdit> log, Aliases aliases) {
        Set<String> undone = undone(log);
        var categories = new HashMap<String, CategoryDecision>();
        for (PatternEdit edit : log) {
            if (edit instanceof PatternEdit.Category category && !undone.contains(edit.id())) {
                categories.put(
                        aliases.resolve(category.fingerprint()),
                        new CategoryDecision(category.category(), "by_hand." + category.id()));
            }
        }
        return categories;
    }

    /** An undo can itself be undone: the latest word counts. */
    private static Set<String> undone(List<PatternEdit> log) {
        var undone = new HashSet<String>();
        for (int at = log.size() - 1; at >= 0; at--) {
            PatternEdit edit = log.get(at);
            if (edit instanceof PatternEdit.Undo undo && !undone.contains(undo.id())) {
                undone.add(undo.edit());
            }
        }
        return undone;
    }

    private void merge(PatternEdit.Merge merge, Aliases aliases) {
        var group = new TreeSet<String>();
        for (String fingerprint : merge.fingerprints()) {
            group.add(target(aliases.resolve(fingerprint)));
        }
        String target = group.first();
        mergedInto.replaceAll((from, into) -> group.contains(into) ? target : into);
        group.forEach(fingerprint -> mergedInto.put(fingerprint, target));
        // After a restart the ones merged are aliases of the target already, but texts still have them as their own.
        merge.fingerprints().forEach(fingerprint -> mergedInto.put(fingerprint, target));
        mergedInto.remove(target);
    }

    /** The fingerprint shown in place of this one. */
    String target(String fingerprint) {
        return mergedInto.getOrDefault(fingerprint, fingerprint);
    }

    /** The template of one text after the splits by hand. */
    Template split(Template template, Template text) {
        Set<Integer> positions = splits.get(Fingerprint.of(template.text()));
        if (positions == null || template.size() != text.size()) {
            return template;
        }
        return template.with(positions, text);
    }
}
