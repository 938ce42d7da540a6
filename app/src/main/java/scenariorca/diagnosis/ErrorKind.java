package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.ChangeKind;
import scenariorca.comparison.LeafChange;
import tools.jackson.databind.JsonNode;

/** What an error text speaks of, and which changes of a value would explain it. */
enum ErrorKind {
    ZERO(
            "(?:divi\\w*|/) by (?:zero|0\\b)|zero (?:denominator|divisor)|(?:is|are|be|was|equals?|sum(?:s|med)? to) (?:zero|0(?![.\\d]))") {
        @Override
        double fit(LeafChange leaf, Set<String> pathWords) {
            BigDecimal after = number(leaf.after());
            BigDecimal before = number(leaf.before());
            boolean wasZero = before != null && before.signum() == 0;
            if (after != null) {
                return after.signum() == 0 && !wasZero ? 1 : 0;
            }
            return isGone(leaf) ? 0.3 : 0;
        }
    },
    MISSING(
            "missing|required|not found|absent|no value|undefined|\\bnull\\b|not (?:set|given|provided|present)|empty|\\bnone\\b") {
        @Override
        double fit(LeafChange leaf, Set<String> pathWords) {
            boolean isEmptied = leaf.after() != null
                    && ((leaf.after().isString() && leaf.after().stringValue().isBlank())
                            || (leaf.after().isContainer() && leaf.after().isEmpty()));
            return isGone(leaf) || isEmptied ? 1 : 0;
        }
    },
    NOT_A_NUMBER(
            "not (?:a )?(?:valid )?num|\\bnan\\b|numberformat|(?:can ?not|could not|unable to|fail\\w* to) (?:be )?(?:pars|convert|cast|read|coerc)"
                    + "|non.?numeric|expected (?:a |an )?(?:num|int|decimal|float)|invalid (?:num|decimal|int)|classcast|type (?:mismatch|error)"
                    + "|unsupported operand|(?:must|should) be (?:a |an )?(?:num|int|decimal)") {
        @Override
        double fit(LeafChange leaf, Set<String> pathWords) {
            if (leaf.kind() == ChangeKind.TYPE_CHANGED) {
                return leaf.after() != null && leaf.after().isNull() ? 0.5 : 1;
            }
            return leaf.after() != null && leaf.after().isString() ? 0.4 : 0;
        }
    },
    NEGATIVE("negative|below (?:zero|0\\b)|less than (?:zero|0\\b)|(?:must|should) be (?:strictly )?positive|< ?0\\b") {
        @Override
        double fit(LeafChange leaf, Set<String> pathWords) {
            BigDecimal after = number(leaf.after());
            BigDecimal before = number(leaf.before());
            return after != null && after.signum() < 0 && (before == null || before.signum() >= 0) ? 1 : 0;
        }
    },
    OVERFLOW("overflow|infinit|not (?:a )?finite|numeric field overflow|too large (?:a|for)|value out of range") {
        @Override
        double fit(LeafChange leaf, Set<String> pathWords) {
            return isRaised(leaf) ? Math.min(1, 0.3 + factor(leaf) / 3) : 0;
        }
    },
    TOO_LARGE(
            "too (?:large|big|high|many|long|great)|exceed|above|greater than|out of (?:range|bounds)|at most|beyond") {
        @Override
        double fit(LeafChange leaf, Set<String> pathWords) {
            return isRaised(leaf) ? Math.min(0.4, 0.2 + factor(leaf) / 8) : 0;
        }
    },
    TOO_SMALL("underflow|too (?:small|low|few|short)|below|less than|at least|out of (?:range|bounds)|insufficient") {
        @Override
        double fit(LeafChange leaf, Set<String> pathWords) {
            return isLowered(leaf) ? Math.min(0.4, 0.2 + factor(leaf) / 8) : 0;
        }
    },
    TOO_LONG(
            "time ?d? ?out|time limit|deadline exceeded|took longer|time budget|exceeded (?:the )?(?:maximum )?(?:run|wall|execution) ?time") {
        @Override
        double fit(LeafChange leaf, Set<String> pathWords) {
            if (!hasWord(pathWords, EXTENT)) {
                return isRaised(leaf) ? 0.2 : 0;
            }
            boolean isLonger = hasWord(pathWords, BEGINNINGS) ? isLowered(leaf) : isRaised(leaf);
            return isLonger ? 1 : 0;
        }
    },
    ORDER(
            "(?:is |be |lies? |comes? )?(?:before|after|earlier than|later than|precedes?|follows?) (?:the |its )?\\w*[ _]?(?:start|end|begin|from|until)"
                    + "|(?:start|end|begin)\\w*[ _.]?\\w* .{0,40}(?:before|after|earlier|later|precede|>|<|greater|less)|empty (?:horizon|period|range|window)"
                    + "|(?:invalid|negative) (?:horizon|period|range|window)") {
        @Override
        double fit(LeafChange leaf, Set<String> pathWords) {
            boolean isBound = hasWord(pathWords, BEGINNINGS) || hasWord(pathWords, ENDS);
            return isBound && (isRaised(leaf) || isLowered(leaf)) ? 1 : 0;
        }
    },
    UNIT(
            "percent|fraction|\\bunits?\\b|\\bscale\\b|(?:must|should) be (?:between|within) 0(?:\\.0)? (?:and|to) 1(?:\\.0)?\\b") {
        @Override
        double fit(LeafChange leaf, Set<String> pathWords) {
            if (leaf.path().endsWith("unit")) {
                return 1;
            }
            double factor = factor(leaf);
            return factor > 1.5 && factor < 2.6 ? 1 : 0;
        }
    },
    NOT_KNOWN(
            "unknown|unsupported|unrecogni[sz]ed|not one of|no enum|not a valid|invalid value|illegal value|unexpected value|not allowed") {
        @Override
        double fit(LeafChange leaf, Set<String> pathWords) {
            return leaf.after() != null
                            && leaf.after().isString()
                            && !leaf.after().stringValue().isBlank()
                    ? 1
                    : 0;
        }
    };

    private static final Set<String> BEGINNINGS = Set.of("start", "from", "begin", "first", "since", "launch");
    private static final Set<String> ENDS = Set.of("end", "until", "to", "last", "through", "stop", "expiry");
    private static final Set<String> EXTENT = Set.of(
            "year",
            "horizon",
            "period",
            "month",
            "week",
            "day",
            "step",
            "iteration",
            "simulation",
            "sample",
            "trial",
            "resolution",
            "duration",
            "count",
            "size",
            "end",
            "start",
            "from",
            "until",
            "length",
            "cycle",
            "run");

    private final Pattern words;

    ErrorKind(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    boolean isSpokenOf(String text) {
        return words.matcher(text).find();
    }

    /**
     * How well a change explains such an error: 0 not at all, 1 exactly.
     *
     * @param pathWords the words of the leaf's path
     */
    abstract double fit(LeafChange leaf, Set<String> pathWords);

    /** Kinds that say that a value is wrong; the rest could be said of a machine too. */
    static final Set<ErrorKind> ABOUT_VALUES = Set.of(ZERO, NOT_A_NUMBER, NEGATIVE, ORDER, UNIT);

    private static boolean hasWord(Set<String> pathWords, Set<String> words) {
        return pathWords.stream().anyMatch(words::contains);
    }

    private static boolean isGone(LeafChange leaf) {
        boolean isNull = leaf.after() != null && leaf.after().isNull();
        return leaf.kind() == ChangeKind.REMOVED || isNull;
    }

    private static boolean isRaised(LeafChange leaf) {
        return leaf.delta() != null ? leaf.delta().signum() > 0 : isJump(leaf, 1);
    }

    private static boolean isLowered(LeafChange leaf) {
        return leaf.delta() != null ? leaf.delta().signum() < 0 : isJump(leaf, -1);
    }

    /** Numbers too far apart for a delta. */
    private static boolean isJump(LeafChange leaf, int sign) {
        BigDecimal before = number(leaf.before());
        BigDecimal after = number(leaf.after());
        return before != null && after != null && Integer.signum(after.compareTo(before)) == sign;
    }

    /** Orders of magnitude between the two numbers, without their signs. */
    static double factor(LeafChange leaf) {
        BigDecimal before = number(leaf.before());
        BigDecimal after = number(leaf.after());
        if (before == null || after == null || before.signum() == 0 || after.signum() == 0) {
            return 0;
        }
        double difference = exponent(after) - exponent(before);
        return Math.abs(difference);
    }

    /** Decimal logarithm of the absolute value; also of numbers no double holds. */
    static double exponent(BigDecimal number) {
        int shift = number.precision() - number.scale() - 1;
        double mantissa = new BigDecimal(number.unscaledValue().abs(), number.precision() - 1).doubleValue();
        return shift + StrictMath.log10(mantissa);
    }

    /** The number a leaf holds; null when it holds none. */
    static @Nullable BigDecimal number(@Nullable JsonNode node) {
        if (!(node instanceof tools.jackson.databind.node.NumericNode numeric) || numeric.isNaN()) {
            return null;
        }
        return node.decimalValue();
    }
}
