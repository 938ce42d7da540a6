package scenariorca.errors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The templates of a growing set of signatures; recomputed where signatures came in, when somebody asks. */
final class Templates {
    /** Texts of one length that are compared with each other. Beyond it, a new one is kept only as an example. */
    static final int MAX_KEYS = 300;

    /** Keys by their number of words, each with the signatures that have it. */
    private final Map<Integer, Map<String, Set<String>>> buckets = new HashMap<>();

    private final Map<String, Template> templateOf = new HashMap<>();
    /** Signatures that came when their bucket was full, to the one in the bucket whose template they have. */
    private final Map<String, String> examples = new HashMap<>();

    private final Set<Integer> dirty = new HashSet<>();
    /** Signatures whose template may have changed since {@link #takeChanged}. */
    private Set<String> changed = new HashSet<>();

    /** Whether the signature was learnt; false when there is no room and nothing like it is known. */
    boolean add(String signature) {
        String key = SignatureText.key(signature);
        int words = Template.of(key).size();
        Map<String, Set<String>> bucket = buckets.computeIfAbsent(words, none -> new TreeMap<>());
        if (bucket.size() >= MAX_KEYS && !bucket.containsKey(key)) {
            return addExample(signature, words, bucket);
        }
        Set<String> members = bucket.computeIfAbsent(key, none -> new TreeSet<>());
        if (members.size() < MAX_KEYS && members.add(signature)) {
            dirty.add(words);
            return true;
        }
        return addExample(signature, members.iterator().next());
    }

    private boolean addExample(String signature, String like) {
        examples.put(signature, like);
        changed.add(signature);
        return true;
    }

    private boolean addExample(String signature, int words, Map<String, Set<String>> bucket) {
        if (dirty.remove(words)) {
            settle(bucket);
        }
        Template text = Template.of(signature);
        Optional<String> like = bucket.values().stream()
                .map(members -> members.iterator().next())
                .filter(member -> settled(member).holds(text))
                .findFirst();
        return like.isPresent() && addExample(signature, like.get());
    }

    Template of(String signature) {
        settle();
        return settled(signature);
    }

    private Template settled(String signature) {
        Template template = templateOf.get(examples.getOrDefault(signature, signature));
        return template == null ? Template.of(signature) : template;
    }

    /** The signatures whose template is not what it was at the last call. */
    Set<String> takeChanged() {
        settle();
        Set<String> taken = changed;
        changed = new HashSet<>();
        if (!taken.isEmpty()) {
            examples.forEach((example, like) -> {
                if (taken.contains(like)) {
                    changed.add(example);
                }
            });
            taken.addAll(changed);
            changed.clear();
        }
        return taken;
    }

    /** The other signatures with the same template, at most {@code limit}. */
    List<String> alike(String signature, int limit) {
        Template template = of(signature);
        return templateOf.entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals(template) && !entry.getKey().equals(signature))
                .map(Map.Entry::getKey)
                .sorted()
                .limit(limit)
                .toList();
    }

    private void settle() {
        dirty.forEach(words -> settle(buckets.getOrDefault(words, Map.of())));
        dirty.clear();
    }

    private void settle(Map<String, Set<String>> bucket) {
        var byLength = new TreeMap<Integer, List<Template>>();
        var membersOf = new HashMap<Template, Set<String>>();
        bucket.forEach((key, members) -> {
            // One list length seen: show the list as it is. Several: show one variable part.
            Template shown =
                    Template.of(members.size() == 1 ? members.iterator().next() : key);
            byLength.computeIfAbsent(shown.size(), none -> new ArrayList<>()).add(shown);
            membersOf.put(shown, members);
        });
        byLength.values()
                .forEach(texts -> Grouping.templates(texts)
                        .forEach((text, template) ->
                                membersOf.getOrDefault(text, Set.of()).forEach(member -> put(member, template))));
    }

    private void put(String signature, Template template) {
        if (!template.equals(templateOf.put(signature, template))) {
            changed.add(signature);
        }
    }
}
