package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range an error text states for a value. Example: "must be between 1 and 120 months".
 *
 * @param least null when there is none
 * @param isLeastAllowed whether the least value itself is within
 * @param most null when there is none
 */
record StatedLimit(
        @Nullable BigDecimal least,
        boolean isLeastAllowed,
        @Nullable BigDecimal most) {
    private static final String NUMBER = "([-−]?\\d[\\d,]*(?:\\.\\d+)?(?:e[-+]?\\d{1,4})?)\\s?(%|percent)?";
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:between|range|within|from|in)\\s*[\\[(]?\\s*" + NUMBER + "\\s*(?:and|to|,|\\.\\.+|-|–|;)\\s*" + NUMBER);
    private static final Pattern UPPER = Pattern.compile(
            "(?:at most|no more than|no greater than|no larger than|not exceed|cannot exceed|(?:not|never) be (?:more|greater|larger|higher|above)"
                    + "(?: than)?|be (?:less|smaller|lower|below)(?: than)?(?: or equal to)?|up to|<=|≤|max(?:imum)?(?: (?:of|is|value|allowed))*|"
                    + "limit(?: (?:of|is))*|exceed(?:s|ed|ing)?|above|(?:is|are|was|were) (?:more|greater|larger|higher) than|over)"
                    + "\\s*(?:the |its |a |of |to |limit |maximum )*[:=]?\\s*" + NUMBER);
    private static final Pattern LOWER =
            Pattern.compile("(?:at least|no less than|no smaller than|not be (?:less|smaller|lower|below)(?: than)?|"
                    + "be (?:more|greater|larger|higher|above)(?: than)?(?: or equal to)?|>=|≥|min(?:imum)?(?: (?:of|is|value|allowed))*|"
                    + "below|(?:is|are|was|were) (?:less|smaller|lower) than|under)"
                    + "\\s*(?:the |its |a |of |to |limit |minimum )*[:=]?\\s*" + NUMBER);
    private static final Pattern POSITIVE =
            Pattern.compile("(?:must|should|has to|have to|needs? to|expected)[a-z ]* (?:strictly )?positive");
    private static final Pattern NOT_NEGATIVE = Pattern.compile("negative|below zero|less than zero");

    /** The ranges a text states; empty when none. */
    static List<StatedLimit> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<StatedLimit> limits = new ArrayList<>();
        Matcher between = BETWEEN.matcher(lower);
        while (between.find()) {
            addRange(limits, number(between.group(1), between.group(2)), number(between.group(3), between.group(4)));
        }
        Matcher upper = UPPER.matcher(lower);
        while (upper.find()) {
            limits.add(new StatedLimit(null, true, number(upper.group(1), upper.group(2))));
        }
        Matcher least = LOWER.matcher(lower);
        while (least.find()) {
            limits.add(new StatedLimit(number(least.group(1), least.group(2)), true, null));
        }
        if (POSITIVE.matcher(lower).find()) {
            limits.add(new StatedLimit(BigDecimal.ZERO, false, null));
        } else if (NOT_NEGATIVE.matcher(lower).find()) {
            limits.add(new StatedLimit(BigDecimal.ZERO, true, null));
        }
        return limits.stream().distinct().toList();
    }

    private static void addRange(List<StatedLimit> limits, BigDecimal one, BigDecimal other) {
        if (one.compareTo(other) < 0) {
            limits.add(new StatedLimit(one, true, other));
        }
    }

    /** Whether the value lies within. */
    boolean allows(BigDecimal value) {
        if (most != null && value.compareTo(most) > 0) {
            return false;
        }
        if (least == null) {
            return true;
        }
        int order = value.compareTo(least);
        return order > 0 || (order == 0 && isLeastAllowed);
    }

    /** As a person reads it. Example: {@code 1 to 120}. */
    String described() {
        if (least != null && most != null) {
            return Outlier.plain(least.doubleValue()) + " to " + Outlier.plain(most.doubleValue());
        }
        return most != null
                ? "at most " + Outlier.plain(most.doubleValue())
                : (isLeastAllowed ? "at least " : "more than ")
                        + (least == null ? "" : Outlier.plain(least.doubleValue()));
    }

    private static BigDecimal number(String digits, @Nullable String percent) {
        var number = new BigDecimal(digits.replace(",", "").replace('−', '-'));
        return percent == null ? number : number.movePointLeft(2);
    }
}
