package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import scenariorca.comparison.LeafChange;
import scenariorca.diagnosis.evidence.Series;
import scenariorca.scenario.NodeId;

/** How far a count goes against the series it may count in: the months of a horizon, the values of each month. */
final class SeriesTerms {
    /** A count that was less than this share of a series did not count its values. */
    private static final double LEAST_SHARE = 1 / 3.0;

    private static final double SHORTER = 0.5;

    /** A count of so many times the length of a series counts something else: rounds, people. */
    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(20);

    private final List<Series> series;

    SeriesTerms(List<Series> series) {
        this.series = series;
    }

    void add(LeafChange leaf, Scorecard card) {
        double most = 0;
        Series longest = null;
        for (Series one : series) {
            double share = runsOut(leaf, one);
            if (share > most) {
                most = share;
                longest = one;
            }
        }
        if (longest != null) {
            card.addCount(
                    EvidenceTerm.COUNTS_TOO_FAR,
                    most,
                    "it counts further than " + longest.path() + " goes, and did not before",
                    longest.length(),
                    longest.length());
        }
    }

    /** Whether it counts further than some series goes, and did not before. */
    boolean isBeyond(LeafChange leaf) {
        return series.stream().anyMatch(one -> runsOut(leaf, one) > 0);
    }

    /** Whether the error names a series that the change counts beyond. */
    void addNamed(LeafChange leaf, ErrorText text, KeyNames names, Scorecard card) {
        for (Series one : series) {
            if (runsOut(leaf, one) > 0) {
                List<Words> keys = names.of(one.path());
                for (ErrorText.Line line : text.lines()) {
                    card.addLog(
                            EvidenceTerm.SERIES_NAMED,
                            line.weight() * names.share(line.words(), keys),
                            "the error names " + one.path() + ", which it counts beyond",
                            line.logKey());
                }
            }
        }
    }

    /** 1 when it counted to the end of the series before and goes beyond it now; less when it counted to a part of it. */
    private static double runsOut(LeafChange leaf, Series one) {
        BigDecimal before = Values.number(leaf.before());
        BigDecimal after = Values.number(leaf.after());
        if (before == null || after == null || !isWhole(before) || !isWhole(after)) {
            return 0;
        }
        BigDecimal length = BigDecimal.valueOf(one.length());
        BigDecimal farthest = length.multiply(MOST_TIMES);
        boolean isBeyond =
                before.compareTo(length) <= 0 && after.compareTo(length) > 0 && after.compareTo(farthest) <= 0;
        double share = isBeyond ? before.doubleValue() / one.length() : 0;
        return share == 1 ? 1 : share >= LEAST_SHARE ? SHORTER : 0;
    }

    private static boolean isWhole(BigDecimal number) {
        return Values.isOrdinary(number)
                && number.signum() > 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    /** The place of a leaf in a series, from 0; empty when it stands in none. */
    OptionalInt place(NodeId node, String path) {
        for (Series one : series) {
            boolean isIn = one.nodeId().equals(node) && path.startsWith(one.path());
            String step = isIn ? step(path.substring(one.path().length())) : "";
            int index = one.keys().isEmpty() ? index(step) : one.keys().indexOf(step);
            if (isIn && index >= 0) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    /** Example: 2028-01 of {@code .2028-01.value}, 3 of {@code [3].value}; empty for anything else, which no series has. */
    private static String step(String rest) {
        boolean isElement = rest.startsWith("[");
        if (!isElement && !rest.startsWith(".")) {
            return "";
        }
        int end = isElement ? rest.indexOf(']') : rest.indexOf('.', 1);
        return rest.substring(1, end < 0 ? rest.length() : end);
    }

    private static int index(String step) {
        boolean isIndex = !step.isEmpty() && step.length() < 9 && step.chars().allMatch(Character::isDigit);
        return isIndex ? Integer.parseInt(step) : -1;
    }
}
