package scenariorca.errors;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fingerprints that were given out once, each with the one that took its place when patterns merged.
 *
 * @param canonical retired fingerprint to the current one; never a chain
 */
public record Aliases(Map<String, String> canonical) {
    public static final Aliases NONE = new Aliases(Map.of());

    public Aliases {
        canonical = Map.copyOf(canonical);
    }

    /** The current fingerprint for one given out at any time; the same one when it is current or unknown. */
    public String resolve(String fingerprint) {
        return canonical.getOrDefault(fingerprint, fingerprint);
    }

    /** These, after the given fingerprints were retired in favour of others, when {@code current} are in use. */
    Aliases with(Map<String, String> retired, Set<String> current) {
        var next = new TreeMap<String, String>(canonical);
        next.putAll(retired);
        // A pattern can come back, when a merge by hand is undone: what is in use is nobody's alias.
        next.keySet().removeAll(current);
        var flat = new TreeMap<String, String>();
        next.keySet().forEach(old -> flat.put(old, follow(next, old)));
        return new Aliases(flat);
    }

    /** These and others. */
    public Aliases and(Aliases others) {
        var both = new TreeMap<String, String>(canonical);
        both.putAll(others.canonical);
        return new Aliases(both);
    }

    private static String follow(Map<String, String> canonical, String start) {
        String at = start;
        for (int step = 0; step <= canonical.size(); step++) {
            String next = canonical.get(at);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }
}
