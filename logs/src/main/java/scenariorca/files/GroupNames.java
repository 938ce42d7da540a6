package scenariorca.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.RawLogEvent;

/**
 * Which log groups some files hold. Broken lines can make up names without end, and each group costs a reading of its own: so
 * where there are very many, only those with a share worth mentioning are believed, and the events of the others go to the
 * group of the event before.
 */
public final class GroupNames {
    /** So many groups are believed whatever they hold. */
    static final int MAX_SMALL = 64;

    private static final double MIN_SHARE = 0.001;
    private static final int MAX_COUNTED = 100_000;

    private final Map<String, Long> counts = new HashMap<>();
    private @Nullable String fallback;
    private Set<String> known = Set.of();
    private boolean hasLeftOut;

    /** @param fallback group of what names none; null when the files name theirs */
    public GroupNames(@Nullable String fallback) {
        this.fallback = fallback;
    }

    /** Names that were settled elsewhere: the groups believed, none for all, and the one of what names none. */
    public static GroupNames settled(Collection<String> groups, @Nullable String fallback) {
        var names = new GroupNames(fallback);
        names.known = Set.copyOf(groups);
        return names;
    }

    /** The group of what names none, once all is counted; null when there is no group at all. */
    public @Nullable String main() {
        return fallback;
    }

    /** Takes events counted elsewhere. */
    public void count(String group, long events) {
        if (counts.size() < MAX_COUNTED || counts.containsKey(group)) {
            counts.merge(group, events, Long::sum);
        }
    }

    public void count(RawLogEvent event) {
        count(event.group(), 1);
    }

    /** Decides, all being counted. @return the groups, by name */
    public List<String> settle() {
        double total = sum(counts.values());
        boolean isCrowded = counts.size() > MAX_SMALL;
        known = Set.copyOf(counts.entrySet().stream()
                .filter(entry -> !isCrowded || entry.getValue() >= total * MIN_SHARE)
                .map(Map.Entry::getKey)
                .toList());
        if (fallback == null) {
            fallback = known.stream()
                    .max(Comparator.comparing((String name) -> counts.getOrDefault(name, 0L))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElse(null);
        }
        hasLeftOut = known.size() < counts.size();
        counts.clear();
        return known.stream().sorted().toList();
    }

    /** Whether names were found that are not believed. */
    public boolean hasLeftOut() {
        return hasLeftOut;
    }

    public boolean isGroup(String name) {
        return known.isEmpty() || known.contains(name);
    }

    /** The group of what nothing near it tells the group of. */
    public String fallback(LogFile file) {
        String own = "file:" + file.name();
        return fallback == null || known.contains(own) ? own : fallback;
    }

    private static long sum(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }
}
