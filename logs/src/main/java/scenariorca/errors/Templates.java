package scenariorca.errors;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The templates of a growing set of signatures; recomputed where signatures came in, when somebody asks. */
final class Templates {
    /** Texts of one length that are compared with each other. Beyond it, a new one is kept only as an example. */
    static final int MAX_KEYS = 300;
    /** Choices of words that are compared with each other; what comes after them, in longer texts, is not. */
    static final int MAX_CHOICES = 1_000;

    /** Keys by their number of words, each with the signatures that have it. */
    private final Map<Integer, Map<String, Set<String>>> buckets = new HashMap<>();

    private final Map<String, Template> templateOf = new HashMap<>();
    /** Signatures that came when their bucket was full, to the one in the bucket whose template they have. */
    private final Map<String, String> examples = new HashMap<>();

    private final Set<Integer> dirty = new HashSet<>();
    /** Signatures whose template may have changed since {@link #takeChanged}. */
    private Set<String> changed = new HashSet<>();
    /** By number of words: the names in variable parts there. */
    private final Map<Integer, Set<String>> namesOf = new HashMap<>();

    /** By number of words: the words that may take each other's place; in the order of the number. */
    private final Map<Integer, List<Set<String>>> choicesOf = new TreeMap<>();
    /** By number of words: what its texts are made of, between delimiters. */
    private final Map<Integer, Set<String>> partsOf = new HashMap<>();

    private final HoleWeights weights;
    private Set<String> names = Set.of();

    Templates(HoleWeights weights) {
        this.weights = weights;
    }

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
        if (dirty.contains(words)) {
            settle();
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
        if (dirty.isEmpty()) {
            return;
        }
        Set<String> before = names;
        dirty.forEach(words -> survey(words, buckets.getOrDefault(words, Map.of())));
        names = names();
        var moved = new HashSet<>(names);
        moved.removeAll(before);
        before.stream().filter(name -> !names.contains(name)).forEach(moved::add);
        var stale = new HashSet<>(dirty);
        partsOf.forEach((words, parts) -> {
            if (!Collections.disjoint(parts, moved)) {
                stale.add(words);
            }
        });
        stale.forEach(words -> settle(words, buckets.getOrDefault(words, Map.of())));
        dirty.clear();
    }

    /** Notes what stands in the variable parts of the bucket, as far as the bucket alone tells, and its words. */
    private void survey(int words, Map<String, Set<String>> bucket) {
        Map<Template, Template> found = Grouping.templates(keys(bucket), Set.of(), weights);
        namesOf.put(words, Grouping.names(found));
        Map<String, Set<String>> choices = Grouping.choices(Set.copyOf(found.values()));
        choices.putAll(Grouping.choices(keys(bucket)));
        choicesOf.put(words, List.copyOf(choices.values()));
        partsOf.put(words, bucket.keySet().stream().flatMap(Hole::parts).collect(Collectors.toSet()));
    }

    /** What stands in variable parts anywhere, and the words that several places choose from. */
    private Set<String> names() {
        var found = namesOf.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(HashSet::new));
        List<Set<String>> choices = choicesOf.values().stream()
                .flatMap(List::stream)
                .limit(MAX_CHOICES)
                .toList();
        for (int one = 0; one < choices.size(); one++) {
            for (int other = one + 1; other < choices.size(); other++) {
                var shared = new HashSet<>(choices.get(one));
                shared.retainAll(choices.get(other));
                if (shared.size() >= Grouping.MIN_CHOICES) {
                    found.addAll(shared);
                }
            }
        }
        return Set.copyOf(found);
    }

    private static List<Template> keys(Map<String, Set<String>> bucket) {
        return bucket.keySet().stream().map(Template::of).toList();
    }

    private void settle(int words, Map<String, Set<String>> bucket) {
        Set<String> known = partsOf.getOrDefault(words, Set.of()).stream()
                .filter(names::contains)
                .collect(Collectors.toSet());
        var groups = new HashMap<Template, Set<String>>();
        Grouping.templates(keys(bucket), known, weights)
                .forEach((key, template) -> groups.computeIfAbsent(template, none -> new TreeSet<>())
                        .addAll(bucket.getOrDefault(key.text(), Set.of())));
        groups.forEach((template, members) -> {
            Template shown = shown(members, known).orElse(template);
            members.forEach(member -> put(member, shown));
        });
    }

    /** The template that says most of what the members share: units and endings go only where they differ. */
    private Optional<Template> shown(Set<String> members, Set<String> known) {
        if (members.size() == 1) {
            return Optional.of(Template.of(members.iterator().next()));
        }
        for (List<String> texts : SignatureText.steps(members)) {
            Set<Template> different = texts.stream().map(Template::of).collect(Collectors.toSet());
            if (different.stream().mapToInt(Template::size).distinct().count() == 1) {
                Set<Template> found =
                        Set.copyOf(Grouping.templates(different, known, weights).values());
                if (found.size() == 1) {
                    return Optional.of(found.iterator().next());
                }
            }
        }
        return Optional.empty();
    }

    private void put(String signature, Template template) {
        if (!template.equals(templateOf.put(signature, template))) {
            changed.add(signature);
        }
    }
}
