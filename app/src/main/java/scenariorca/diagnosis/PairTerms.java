package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import scenariorca.diagnosis.evidence.InputChange;

/**
 * Two values that only together give a number the error names: "shares sum to 1.35" after 0.1 became 0.6 and 0.35 became
 * 0.75. Looks at values of the same key, or of the same node, near the failure.
 */
final class PairTerms {
    private static final int MAX_VALUES = 200;

    private PairTerms() {}

    /** A value that may be one of a pair. */
    record Value(String candidate, InputChange change, BigDecimal number) {}

    /** For each candidate that is one of a pair, the number it explains. */
    static Map<String, String> find(List<Value> values, Set<String> numbers) {
        Map<String, String> found = new TreeMap<>();
        if (numbers.isEmpty()) {
            return found;
        }
        List<Value> few = values.size() > MAX_VALUES ? values.subList(0, MAX_VALUES) : values;
        Set<String> known = new HashSet<>(numbers);
        for (Value one : few) {
            for (Value other : few) {
                if (one.candidate().compareTo(other.candidate()) < 0 && belongTogether(one, other)) {
                    String sum = Words.spelling(one.number().add(other.number()));
                    String product = Words.spelling(one.number().multiply(other.number()));
                    String number = known.contains(sum) ? sum : known.contains(product) ? product : null;
                    if (number != null) {
                        found.putIfAbsent(one.candidate(), number);
                        found.putIfAbsent(other.candidate(), number);
                    }
                }
            }
        }
        return found;
    }

    private static boolean belongTogether(Value one, Value other) {
        String left = one.change().input();
        String right = other.change().input();
        return left.equals(right) || one.change().nodeId().equals(other.change().nodeId());
    }
}
