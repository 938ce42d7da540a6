package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.ModelNode;

/**
 * How well a text names a key of an input. A word that many nodes and keys of this model share names none of them, whatever it
 * means: words weigh by how rare they are here.
 */
final class KeyNames {
    private static final Pattern SEGMENT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^.\\[\\]]+)|\\[[^\\]]*\\]");
    private static final double ONE_WORD = 0.7;
    private static final double PART = 0.4;
    private static final double LEAST_PART = 0.3;
    private static final int TELLING_KEYS = 2;

    private final Map<String, Integer> uses = new HashMap<>();

    KeyNames(RunEvidence evidence) {
        Set<String> counted = new HashSet<>();
        for (ModelNode node : evidence.graph().nodes()) {
            count(node.name(), counted);
        }
        for (InputChange change : evidence.changes()) {
            count(change.input(), counted);
        }
    }

    private void count(String name, Set<String> counted) {
        if (counted.add(name)) {
            new HashSet<>(Words.of(name).tokens()).forEach(word -> uses.merge(word, 1, Integer::sum));
        }
    }

    /** 1 for a word that one name has, towards 0 for one that all have; 0 for one that names nothing anywhere. */
    private double rarity(String word) {
        boolean isNumber = word.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        if (isNumber || WordList.standard().isGeneric(word)) {
            return 0;
        }
        long digits = word.chars().filter(Character::isDigit).count();
        if (2 * digits > word.length()) {
            return LEAST_PART; // a period: whatever fails in it names it
        }
        int used = Math.max(1, uses.getOrDefault(word, 1));
        return 1 / (1 + StrictMath.log(used));
    }

    /** The keys of a path that name something, the last two: in {@code dosing.months} both do. */
    List<Words> of(String input) {
        List<Words> keys = new ArrayList<>();
        Matcher matcher = SEGMENT.matcher(input);
        while (matcher.find()) {
            String key = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            Words words = key == null ? null : Words.of(key);
            if (words != null && words.tokens().stream().anyMatch(word -> rarity(word) > 0)) {
                keys.add(words);
            }
        }
        return keys.size() <= TELLING_KEYS ? keys : keys.subList(keys.size() - TELLING_KEYS, keys.size());
    }

    /** 1 when the text names one of the keys in full, less for one word or a part, 0 not at all. */
    double share(Words text, List<Words> keys) {
        double best = 0;
        for (Words key : keys) {
            if (text.holds(key) || text.tokens().contains(String.join("", key.tokens()))) {
                double rarest =
                        key.tokens().stream().mapToDouble(this::rarity).max().orElse(0);
                best = Math.max(best, (key.tokens().size() > 1 ? 1 : ONE_WORD) * Math.max(rarest, LEAST_PART));
            } else if (key.tokens().size() > 1) {
                best = Math.max(best, PART * partOf(key.tokens(), text.tokens()));
            }
        }
        return best;
    }

    /** How much of a key a text holds: its last word, which says what it is, counts twice. */
    private double partOf(List<String> key, List<String> text) {
        double found = 0;
        double all = 0;
        for (int index = 0; index < key.size(); index++) {
            double weight = rarity(key.get(index)) * (index == key.size() - 1 ? 2 : 1);
            all += weight;
            found += text.contains(key.get(index)) ? weight : 0;
        }
        double share = all == 0 ? 0 : found / all;
        return share >= LEAST_PART ? share : 0;
    }
}
