package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scenariorca.comparison.LeafChange;
import scenariorca.diagnosis.evidence.InputChange;

/**
 * A value beyond a limit, as an error names the two: how far beyond it tells how much a change must have moved it. Needs no word:
 * an error that names just two numbers worth naming compares them.
 *
 * @param size orders of magnitude between the two
 */
record Excess(double size) {
    /** Lines that weigh less are not of the failure. */
    private static final double COUNTS = 0.4;

    private static final double WORTH_NAMING = 0.6;

    /** Half as much more or less than the limit: from there on it tells much. */
    private static final double NOTABLE = 0.15;

    /** Two that are closer are one, told twice. */
    private static final double LEAST = 1e-4;

    /** So much less of a change may do as well: what is computed of it may grow faster than it. */
    private static final double LENIENT = 0.7;

    /** What the error compares; empty when it compares nothing. */
    static Optional<Excess> in(ErrorText text) {
        return text.lines().stream()
                .filter(line -> line.weight() >= COUNTS)
                .map(line -> compared(line.words()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Of many numbers those that tell most: the others may be periods, or halves of a number with a decimal comma. */
    private static Optional<Excess> compared(Words words) {
        List<Double> telling = exponents(words, 1);
        List<Double> compared = telling.size() == 2 ? telling : exponents(words, WORTH_NAMING);
        return compared.size() == 2
                ? Optional.of(new Excess(Math.abs(compared.getFirst() - compared.getLast())))
                : Optional.empty();
    }

    /** The sizes of the numbers that tell so much; those that are all but equal are one. */
    private static List<Double> exponents(Words words, double least) {
        List<Double> sizes = words.numbers().stream()
                .map(BigDecimal::new)
                .filter(number -> number.signum() != 0 && !NumberMatch.isYear(number))
                .filter(number -> NumberMatch.telling(number) >= least)
                .map(Values::exponent)
                .sorted()
                .toList();
        List<Double> apart = new ArrayList<>();
        for (double size : sizes) {
            if (apart.isEmpty() || size - apart.getLast() >= LEAST) {
                apart.add(size);
            }
        }
        return apart;
    }

    void add(LeafChange leaf, Scorecard card) {
        double factor = Values.factor(leaf);
        if (factor == 0) {
            return;
        }
        double telling = Math.min(1, size / NOTABLE);
        if (explains(leaf)) {
            card.add(
                    EvidenceTerm.MOVED_ENOUGH,
                    telling,
                    "it moved as far as the value the error names is beyond its limit");
        } else {
            card.add(
                    EvidenceTerm.MOVED_TOO_LITTLE,
                    telling * (1 - factor / size),
                    "it moved less than the value the error names is beyond its limit");
        }
    }

    private boolean explains(LeafChange leaf) {
        return Values.factor(leaf) >= LENIENT * size;
    }

    /** How surely no change of a number is large enough to be the reason, 0 to 1. */
    double unexplained(List<Candidate> inputs) {
        boolean isExplained = inputs.stream()
                .flatMap(candidate -> candidate.leaves().stream())
                .map(InputChange::leaf)
                .anyMatch(leaf -> Values.factor(leaf) == 0 || explains(leaf));
        return isExplained ? 0 : Math.min(1, size / NOTABLE);
    }
}
