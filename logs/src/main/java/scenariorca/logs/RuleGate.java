package scenariorca.logs;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@link Hits} must hold for a rule to be worth trying.
 *
 * @param bit of {@link Hits}; 0 for a rule that is always tried
 * @param isShape whether it is set by numbers and signs, not by words
 * @param isNumber whether all that sets it has a place: groups of digits, and a plus before them
 */
record RuleGate(long bit, boolean isShape, boolean isNumber) {
    static final RuleGate NONE = new RuleGate(0, false, false);

    /** A gate for each rule. Two rules far apart may share a bit, which costs time only. */
    static List<RuleGate> all(List<List<String>> words) {
        var all = new ArrayList<RuleGate>();
        int shapes = 0;
        int texts = 0;
        for (List<String> gate : words) {
            if (gate.isEmpty()) {
                all.add(NONE);
                continue;
            }
            boolean isShape = gate.stream().allMatch(RuleGate::isShape);
            boolean isNumber = isShape && !gate.contains(RedactionGate.ADDRESS) && !gate.contains(RedactionGate.PORT);
            all.add(new RuleGate(1L << (isShape ? shapes++ : texts++) % Long.SIZE, isShape, isNumber));
        }
        return all;
    }

    private static boolean isShape(String word) {
        return word.startsWith("#") || word.startsWith("{") && word.endsWith("}");
    }
}
