package scenariorca.report;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed or pasted: an id or the beginning of one, a text with ids in it, the address of a page of ours, or words.
 *
 * @param text what is compared with names, with single blanks
 * @param kind what the address is of; null without one
 * @param ids the ids in it, those that are most surely ids first
 * @param words lower-case, at least one
 */
record SearchText(String text, @Nullable String kind, List<IdRange> ids, List<String> words) {
    private static final int MOST_IDS = 4;
    private static final int MOST_WORDS = 12;

    private static final Map<String, String> KINDS = Map.of(
            "run", "run",
            "scenario", "scenario",
            "node", "node",
            "user", "user",
            "pattern", "error_pattern",
            "problems", "problem");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://\\S*?)?/(run|scenario|node|user|pattern|problems)/([^/?#\\s]+)\\S*");
    private static final Pattern WHOLE = Pattern.compile(
            "(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])",
            Pattern.CASE_INSENSITIVE);
    /** Shortened, as pages show ids: eight digits or more, a number among them. */
    private static final Pattern SHORT =
            Pattern.compile("(?<![0-9a-z_.-])(?=[a-f]*[0-9])[0-9a-f]{8,31}(?![0-9a-z_.-])", Pattern.CASE_INSENSITIVE);

    static SearchText of(String typed) {
        String text = typed.strip().replaceAll("\\s+", " ");
        Matcher address = ADDRESS.matcher(text);
        if (address.find()) {
            String named = decoded(address.group(2));
            return new SearchText(named, KINDS.get(address.group(1)), idsIn(named), words(named));
        }
        return new SearchText(text, null, idsIn(text), words(text));
    }

    SearchText withWords(List<String> others) {
        return new SearchText(String.join(" ", others), kind, List.of(), others);
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that encodes nothing stands for itself.
            return part;
        }
    }

    private static List<IdRange> idsIn(String text) {
        Set<IdRange> ids = new LinkedHashSet<>();
        IdRange.of(text).ifPresent(ids::add);
        for (Pattern pattern : List.of(WHOLE, SHORT)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find() && ids.size() < MOST_IDS) {
                IdRange.of(matcher.group()).ifPresent(ids::add);
            }
        }
        return new ArrayList<>(ids);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(" "))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }
}
